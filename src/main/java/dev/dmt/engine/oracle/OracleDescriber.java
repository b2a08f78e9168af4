package dev.dmt.engine.oracle;

import dev.dmt.engine.oracle.CatalogQueries.Asked;
import dev.dmt.engine.oracle.CatalogRows.ColumnRow;
import dev.dmt.engine.oracle.CatalogRows.ConstraintRow;
import dev.dmt.engine.oracle.CatalogRows.IdentityRow;
import dev.dmt.engine.oracle.CatalogRows.IndexRow;
import dev.dmt.engine.oracle.CatalogRows.TableRow;
import dev.dmt.engine.oracle.CatalogRows.TriggerRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks the dictionary of a schema, or of one of its tables. */
record OracleDescriber(Connection connection, String owner, Optional<String> table) {
    CatalogRows rows() throws SQLException {
        return new CatalogRows(
                list(
                        CatalogQueries.TABLES,
                        row -> new TableRow(
                                row.getString(1), yes(row, 2), "IOT".equals(row.getString(3)), optional(row, 4))),
                list(CatalogQueries.COLUMNS, OracleDescriber::column),
                list(CatalogQueries.CONSTRAINTS, OracleDescriber::constraint),
                list(CatalogQueries.INDEXES, OracleDescriber::index),
                identities(),
                table.isPresent() ? List.of() : list(CatalogQueries.TRIGGERS, OracleDescriber::trigger));
    }

    List<IdentityRow> identities() throws SQLException {
        return list(CatalogQueries.IDENTITIES, OracleDescriber::identity);
    }

    private static ColumnRow column(ResultSet row) throws SQLException {
        return new ColumnRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                optional(row, 4),
                row.getInt(5),
                number(row, 6),
                number(row, 7),
                row.getInt(8),
                "B".equals(row.getString(9)),
                "Y".equals(row.getString(10)),
                yes(row, 11),
                yes(row, 12),
                yes(row, 13),
                optional(row, 14),
                yes(row, 15),
                optional(row, 16),
                optional(row, 17));
    }

    private static ConstraintRow constraint(ResultSet row) throws SQLException {
        return new ConstraintRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                "ENABLED".equals(row.getString(4)),
                "DEFERRABLE".equals(row.getString(5)),
                "DEFERRED".equals(row.getString(6)),
                optional(row, 7),
                optional(row, 8),
                optional(row, 9),
                optional(row, 10),
                optional(row, 11),
                optional(row, 12));
    }

    private static IndexRow index(ResultSet row) throws SQLException {
        return new IndexRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                "UNIQUE".equals(row.getString(4)),
                optional(row, 5),
                row.getString(6),
                "DESC".equals(row.getString(7)),
                optional(row, 8));
    }

    private static IdentityRow identity(ResultSet row) throws SQLException {
        return new IdentityRow(
                row.getString(1),
                row.getString(2),
                "ALWAYS".equals(row.getString(3)),
                clamped(row.getBigDecimal(4)),
                clamped(row.getBigDecimal(5)),
                "Y".equals(row.getString(7)));
    }

    /** A sequence may go beyond what a long holds; nothing that does is ever counted on. */
    private static long clamped(@org.jspecify.annotations.Nullable BigDecimal value) {
        BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
        return value == null ? 1 : value.min(most).max(most.negate()).longValue();
    }

    private static TriggerRow trigger(ResultSet row) throws SQLException {
        return new TriggerRow(
                row.getString(1),
                row.getString(2),
                optional(row, 3).orElse(""),
                optional(row, 4).orElse(""));
    }

    private static boolean yes(ResultSet row, int column) throws SQLException {
        return "YES".equals(row.getString(column));
    }

    static Optional<String> optional(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static OptionalInt number(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private <T> List<T> list(Asked asked, RowReading<T> reading) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(table.isPresent() ? asked.ofTable() : asked.ofSchema())) {
            statement.setFetchSize(1_000);
            statement.setString(1, owner);
            if (table.isPresent()) {
                statement.setString(2, table.get());
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.of(result));
                }
            }
            return rows;
        }
    }

    /** One row of an answer as a value. */
    private interface RowReading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
