package dev.dmt.engine.oracle;

import dev.dmt.schema.Column;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a table an index holds. Oracle has no partial indexes, but leaves out a row all of whose parts are NULL: a part
 * is made NULL where the row is not to be in it. Only what is unique needs that; any other index may hold more.
 */
final class PartialIndex {
    private PartialIndex() {}

    /** True where Oracle would take rows for alike that are not so to others. */
    static boolean isNeeded(Table table, Key key) {
        return key.columns().size() > 1 && !nullable(table, key.columns()).isEmpty();
    }

    static String of(Table table, Key key) {
        String condition = present(nullable(table, key.columns()));
        return key.columns().stream()
                .map(column -> only(condition, OracleIdentifiers.quote(column)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    static String of(Table table, Index index) {
        Optional<String> condition = index.unique() ? condition(table, index) : Optional.empty();
        return index.parts().stream()
                .map(part -> condition.map(c -> only(c, base(part))).orElseGet(() -> base(part))
                        + (part.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Optional<String> condition(Table table, Index index) {
        List<String> columns = index.parts().stream()
                .filter(part -> !part.expression())
                .map(IndexPart::text)
                .toList();
        List<String> nullable = index.parts().size() > 1 ? nullable(table, columns) : List.of();
        if (nullable.isEmpty()) {
            return index.predicateSql();
        }
        return Optional.of(index.predicateSql().map(p -> "(" + p + ") AND ").orElse("") + present(nullable));
    }

    private static String base(IndexPart part) {
        String base = part.expression() ? part.text() : OracleIdentifiers.quote(part.text());
        return part.collation()
                .map(collation -> switch (collation.toUpperCase(Locale.ROOT)) {
                    case "NOCASE" -> "LOWER(" + base + ")";
                    case "RTRIM" -> "RTRIM(" + base + ", ' ')";
                    default -> base;
                })
                .orElse(base);
    }

    private static String only(String condition, String part) {
        return "CASE WHEN " + condition + " THEN " + part + " END";
    }

    private static String present(List<String> columns) {
        return columns.stream()
                .map(column -> OracleIdentifiers.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }

    private static List<String> nullable(Table table, List<String> columns) {
        return columns.stream()
                .filter(name -> table.column(name).map(Column::nullable).orElse(false))
                .toList();
    }
}
