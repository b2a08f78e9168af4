package dev.dmt.zero;

import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The foreign keys among the selected tables, and why others cannot be followed. */
final class Links {
    private final Map<TableName, NamedTable> tables = new HashMap<>();
    private final List<ZeroFinding> findings = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private Links(List<NamedTable> tables) {
        tables.forEach(table -> this.tables.put(full(table.selected().name()), table));
        tables.forEach(this::collect);
    }

    static Links among(List<NamedTable> tables) {
        return new Links(tables);
    }

    /** In the order of the children, then of their columns. */
    List<Link> all() {
        return List.copyOf(links);
    }

    List<ZeroFinding> findings() {
        return List.copyOf(findings);
    }

    private void collect(NamedTable child) {
        Map<TableName, List<ForeignKey>> byParent = new LinkedHashMap<>();
        for (ForeignKey key : distinct(child.selected())) {
            Optional<ZeroFinding> hindrance = new LinkHindrance(child, key).against(parent(key));
            hindrance.ifPresentOrElse(
                    findings::add,
                    () -> byParent.computeIfAbsent(full(key.referencedTable()), name -> new ArrayList<>())
                            .add(key));
        }
        List<Link> found = new ArrayList<>();
        byParent.values().forEach(keys -> keys.forEach(key -> found.add(link(child, key, keys))));
        found.sort(Comparator.comparing(link -> positions(child.selected(), link.columns())));
        links.addAll(found);
    }

    private Link link(NamedTable child, ForeignKey key, List<ForeignKey> toTheSameParent) {
        Set<String> shared = new HashSet<>();
        toTheSameParent.stream().filter(other -> !other.equals(key)).forEach(other -> shared.addAll(other.columns()));
        List<String> own = filtered(key.columns(), column -> !shared.contains(column));
        List<String> telling = filtered(own, column -> !column.equalsIgnoreCase(referenced(key, column)));
        return new Link(
                child,
                key.columns(),
                parent(key).orElseThrow(),
                key.referencedColumns(),
                toTheSameParent.size() == 1,
                telling);
    }

    private static String referenced(ForeignKey key, String column) {
        return key.referencedColumns().get(key.columns().indexOf(column));
    }

    /** All of them where none would be left. */
    private static List<String> filtered(List<String> columns, Predicate<String> wanted) {
        List<String> found = columns.stream().filter(wanted).toList();
        return found.isEmpty() ? columns : found;
    }

    /** Two that pair the same columns are one, in whatever order they name them. */
    private static List<ForeignKey> distinct(SelectedTable table) {
        Map<String, ForeignKey> distinct = new TreeMap<>();
        List<ForeignKey> keys = new ArrayList<>(table.table().foreignKeys());
        keys.sort(Comparator.comparing(key -> positions(table, key.columns())));
        for (ForeignKey key : keys) {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i < key.columns().size(); i++) {
                pairs.add(key.columns().get(i) + "\u0000"
                        + key.referencedColumns().get(i));
            }
            pairs.sort(Comparator.naturalOrder());
            String identity = positions(table, key.columns().stream().sorted().toList())
                    + full(key.referencedTable())
                    + "\u0001"
                    + pairs;
            distinct.putIfAbsent(identity, key);
        }
        return List.copyOf(distinct.values());
    }

    /** Sorts as the columns stand in the table. */
    private static String positions(SelectedTable table, List<String> columns) {
        StringBuilder positions = new StringBuilder();
        for (String column : columns) {
            for (int i = 0; i < table.table().columns().size(); i++) {
                if (table.table().columns().get(i).name().equals(column)) {
                    positions.append((char) i);
                }
            }
        }
        return positions.append('\u0000').toString();
    }

    private Optional<NamedTable> parent(ForeignKey key) {
        return Optional.ofNullable(tables.get(full(key.referencedTable())));
    }

    private static TableName full(TableName name) {
        return TableNaming.isPublic(name) ? new TableName("public", name.name()) : name;
    }
}
