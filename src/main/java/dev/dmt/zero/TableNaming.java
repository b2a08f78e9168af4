package dev.dmt.zero;

import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names tables, their columns and the constants that hold them. */
final class TableNaming {
    private final NameStyle style;

    TableNaming(NameStyle style) {
        this.style = style;
    }

    List<NamedTable> named(List<SelectedTable> tables) {
        List<String> names = queryNames(tables);
        List<String> identifiers = identifiers(names);
        List<NamedTable> named = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            SelectedTable table = tables.get(i);
            Map<String, ZeroColumn> columns = columns(table);
            List<String> key = table.key().columns().stream()
                    .flatMap(column -> columns.values().stream()
                            .filter(c -> c.server().equals(column))
                            .map(ZeroColumn::name))
                    .toList();
            ZeroTable zero =
                    new ZeroTable(identifiers.get(i), names.get(i), table.name(), List.copyOf(columns.values()), key);
            named.add(new NamedTable(table, zero, columns));
        }
        return named;
    }

    private List<String> queryNames(List<SelectedTable> tables) {
        Map<String, Integer> bearers = new HashMap<>();
        tables.forEach(table -> bearers.merge(style.name(table.name().name()), 1, Integer::sum));
        List<DistinctNames.Wish> wishes = new ArrayList<>();
        for (SelectedTable table : tables) {
            TableName server = table.name();
            String plain = style.name(server.name());
            boolean prefixed = bearers.getOrDefault(plain, 0) > 1 && !isPublic(server);
            wishes.add(
                    prefixed
                            ? new DistinctNames.Wish("", style.joined(List.of(style.name(server.schema()), plain)))
                            : new DistinctNames.Wish(server.name(), plain));
        }
        return DistinctNames.of(wishes, style);
    }

    private List<String> identifiers(List<String> names) {
        List<DistinctNames.Wish> wishes = new ArrayList<>();
        for (String name : names) {
            String identifier = TypeScript.identifier(name);
            boolean reserved = ReservedWords.contains(identifier);
            wishes.add(
                    new DistinctNames.Wish(name, reserved ? style.joined(List.of(identifier, "table")) : identifier));
        }
        return DistinctNames.of(wishes, style);
    }

    /** By their names in the database, in the table's order. */
    private Map<String, ZeroColumn> columns(SelectedTable table) {
        List<String> names = DistinctNames.of(
                table.columns().stream()
                        .map(column -> new DistinctNames.Wish(column.name(), style.name(column.name())))
                        .collect(Collectors.toList()),
                style);
        Map<String, ZeroColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            SelectedColumn column = table.columns().get(i);
            columns.put(
                    column.name(),
                    new ZeroColumn(
                            names.get(i),
                            column.name(),
                            column.type(),
                            column.optional(),
                            column.column().type().sql()));
        }
        return columns;
    }

    static boolean isPublic(TableName name) {
        return name.schema().isEmpty() || name.schema().equals("public");
    }
}
