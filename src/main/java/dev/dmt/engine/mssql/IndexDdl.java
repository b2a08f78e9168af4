package dev.dmt.engine.mssql;

import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One index. SQL Server indexes columns alone: an expression is given a computed column of its own first. */
record IndexDdl(Table table, Index index) {
    private static final String BY_BYTES = " COLLATE Latin1_General_BIN2";

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < index.parts().size(); i++) {
            IndexPart part = index.parts().get(i);
            Optional<String> expression = expression(part);
            String column = expression.isPresent() ? computedName(i + 1) : part.text();
            expression.ifPresent(sql -> statements.add(computed(column, sql)));
            parts.add(Identifiers.quote(column) + (part.descending() ? " DESC" : ""));
        }
        String ownWords = index.ownSql().orElseGet(() -> "(" + String.join(", ", parts) + ")" + included() + filter());
        statements.add(GuardedStatement.unlessIndex(
                table.name(),
                index.name(),
                "CREATE " + (index.unique() ? "UNIQUE " : "") + "NONCLUSTERED INDEX " + Identifiers.quote(index.name())
                        + " ON " + Identifiers.quote(table.name()) + " " + ownWords));
        return statements;
    }

    /** What is indexed where it is not the column as it is. */
    private static Optional<String> expression(IndexPart part) {
        String base = part.expression() ? part.text() : Identifiers.quote(part.text());
        Optional<String> collated = part.collation()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(name -> !name.equals("BINARY"))
                .map(name -> switch (name) {
                    case "NOCASE" -> "LOWER(" + base + ")" + BY_BYTES;
                    case "RTRIM" -> "RTRIM(" + base + ")" + BY_BYTES;
                    default -> base + " COLLATE " + part.collation().orElseThrow();
                });
        return collated.or(() -> part.expression() ? Optional.of(base) : Optional.empty());
    }

    private String computedName(int number) {
        return Identifiers.accepted(index.name() + "_" + number).orElseThrow();
    }

    private String computed(String column, String expression) {
        return GuardedStatement.when(
                "COL_LENGTH(" + Identifiers.literal(Identifiers.quote(table.name())) + ", "
                        + Identifiers.literal(column) + ") IS NULL",
                "ALTER TABLE " + Identifiers.quote(table.name()) + " ADD " + Identifiers.quote(column) + " AS ("
                        + expression + ")");
    }

    private String included() {
        return index.included().isEmpty() ? "" : " INCLUDE (" + Identifiers.quoteAll(index.included()) + ")";
    }

    private String filter() {
        Optional<String> ofNulls = index.unique()
                ? Uniqueness.ofNulls(
                        table,
                        index.parts().stream()
                                .filter(part -> expression(part).isEmpty())
                                .map(IndexPart::text)
                                .toList())
                : Optional.empty();
        String conditions =
                Stream.concat(index.predicateSql().stream(), ofNulls.stream()).collect(Collectors.joining(" AND "));
        return conditions.isEmpty() ? "" : " WHERE " + conditions;
    }
}
