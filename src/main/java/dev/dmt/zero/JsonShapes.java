package dev.dmt.zero;

import dev.dmt.schema.replicated.ReplicatedColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the TypeScript types that the config names in the place of those that the database can tell. */
final class JsonShapes {
    private final Map<String, String> shapes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> used = new HashSet<>();

    private JsonShapes(Map<String, String> shapes) {
        this.shapes.putAll(shapes);
    }

    /** The selection with them, and a finding for each that fits no column. */
    static Selection in(Selection selection, Map<String, String> shapes) {
        return shapes.isEmpty() ? selection : new JsonShapes(shapes).applied(selection);
    }

    private Selection applied(Selection selection) {
        List<SelectedTable> tables =
                selection.tables().stream().map(this::applied).toList();
        List<ZeroFinding> findings = new ArrayList<>(selection.findings());
        shapes.keySet().stream()
                .filter(name -> !used.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> new ZeroFinding(
                        ZeroFinding.Kind.NOTE,
                        "",
                        "",
                        "zero.json_types names " + name + ", which is no json column of the schema",
                        "correct the name: table.column, as the target calls them"))
                .forEach(findings::add);
        return new Selection(tables, findings);
    }

    private SelectedTable applied(SelectedTable table) {
        List<SelectedColumn> columns = table.columns().stream()
                .map(column -> column.type() instanceof ZeroType.Json
                        ? shape(table, column.column())
                                .map(shape -> new SelectedColumn(column.column(), new ZeroType.Json(shape)))
                                .orElse(column)
                        : column)
                .toList();
        return new SelectedTable(table.table(), columns, table.key(), table.published(), table.identityIndex());
    }

    private Optional<String> shape(SelectedTable table, ReplicatedColumn column) {
        String plain = table.name().name() + "." + column.name();
        String full = table.name().schema() + "." + plain;
        String name = shapes.containsKey(full) ? full : plain;
        Optional<String> shape = Optional.ofNullable(shapes.get(name));
        shape.ifPresent(found -> used.add(name.toLowerCase(Locale.ROOT)));
        return shape;
    }
}
