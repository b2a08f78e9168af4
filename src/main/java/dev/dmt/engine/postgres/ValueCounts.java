package dev.dmt.engine.postgres;

import dev.dmt.engine.ValueQuestion;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts the rows of a table in which values are at risk, in one pass. */
record ValueCounts(Connection connection, TableName table) {
    /** Each column's type below any domains; empty where it is none of the server's own. */
    private static final String TYPES = "WITH RECURSIVE below AS (SELECT a.attname, a.atttypid AS type"
            + " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped"
            + " UNION ALL SELECT below.attname, d.typbasetype FROM below JOIN pg_type d ON d.oid = below.type"
            + " WHERE d.typtype = 'd') SELECT below.attname, CASE WHEN"
            + " b.typnamespace = 'pg_catalog'::regnamespace THEN b.typname ELSE '' END FROM below"
            + " JOIN pg_type b ON b.oid = below.type WHERE b.typtype <> 'd'";

    List<Long> of(List<ValueQuestion> questions) throws SQLException {
        Map<String, String> types = types();
        List<String> conditions = questions.stream()
                .map(question -> RiskCondition.of(
                        question.risk(), type(types, question.column()), PostgresIdentifiers.quote(question.column())))
                .toList();
        if (conditions.stream().allMatch(RiskCondition.NEVER::equals)) {
            return questions.stream().map(question -> 0L).toList();
        }
        // One array: there may be more questions than a row has room for.
        String counts = conditions.stream()
                .map(condition -> "count(*) FILTER (WHERE " + condition + ")")
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT " + counts + " FROM " + PostgresIdentifiers.quote(table))) {
            result.next();
            return Arrays.asList((Long[]) result.getArray(1).getArray());
        }
    }

    private String type(Map<String, String> types, String column) {
        return Optional.ofNullable(types.get(column))
                .orElseThrow(() -> new DmtException(
                        ErrorCode.DATA,
                        table + " has no column " + column + ", or is gone",
                        ErrorContext.hint("something changed it meanwhile; run the same again")));
    }

    private Map<String, String> types() throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TYPES)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    types.put(row.getString(1), row.getString(2));
                }
            }
        }
        return types;
    }
}
