package dev.dmt.engine.mssql;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A column that a chunk goes to, as it is in the target now: a table may have been there before its plan. */
record TargetColumn(String name, String type, Optional<String> collation) {
    private static final String QUESTION = "SELECT c.name, y.name, c.collation_name FROM sys.columns AS c"
            + " LEFT JOIN sys.types AS y ON y.user_type_id = c.system_type_id WHERE c.object_id = OBJECT_ID(?)";

    static Map<String, TargetColumn> of(Connection connection, TableName table) throws SQLException {
        List<TargetColumn> found = new Catalog(connection)
                .list(
                        QUESTION,
                        row -> new TargetColumn(
                                row.getString(1),
                                Optional.ofNullable(row.getString(2)).orElse(""),
                                Optional.ofNullable(row.getString(3))),
                        Identifiers.quote(table));
        Map<String, TargetColumn> columns = new HashMap<>();
        found.forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    /** True where the server would turn characters that its code page lacks into others, and say nothing. */
    boolean isLossyFor(LogicalType loaded) {
        boolean codePage = NativeName.parse(type).isCodePageText();
        boolean unicode = collation
                .filter(name -> name.toUpperCase(Locale.ROOT).endsWith("_UTF8"))
                .isPresent();
        boolean same = loaded instanceof LogicalType.Text text
                && OwnText.is(text)
                && !text.national()
                && text.collation().equals(collation);
        return codePage && !unicode && !same;
    }
}
