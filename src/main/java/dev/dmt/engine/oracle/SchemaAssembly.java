package dev.dmt.engine.oracle;

import dev.dmt.engine.oracle.CatalogRows.ColumnRow;
import dev.dmt.engine.oracle.CatalogRows.ConstraintRow;
import dev.dmt.engine.oracle.CatalogRows.IndexRow;
import dev.dmt.engine.oracle.CatalogRows.TableRow;
import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes tables of the dictionary's rows.
 *
 * @param schema what names are qualified with; empty where they are to be bare
 * @param owner whose tables they are
 */
record SchemaAssembly(String schema, String owner, CatalogRows rows) {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern NOT_NULL = Pattern.compile("\"[^\"]+\" IS NOT NULL");

    List<Table> tables() {
        return rows.tables().stream().map(this::table).toList();
    }

    private Table table(TableRow table) {
        List<ColumnRow> columns = rows.columns().stream()
                .filter(column -> column.table().equals(table.name()))
                .toList();
        Map<String, List<ConstraintRow>> constraints = new LinkedHashMap<>();
        rows.constraints().stream()
                .filter(constraint -> constraint.table().equals(table.name()) && constraint.enabled())
                .forEach(constraint -> constraints
                        .computeIfAbsent(constraint.name(), name -> new ArrayList<>())
                        .add(constraint));
        List<Key> primary = keys(constraints, "P");
        return new Table(
                        new TableName(schema, table.name()),
                        columns.stream().map(SchemaAssembly::column).toList(),
                        primary.stream().findFirst(),
                        keys(constraints, "U"),
                        indexes(table.name()),
                        foreignKeys(constraints),
                        checks(constraints),
                        order(table, primary, columns))
                .commented(table.comment());
    }

    private static Column column(ColumnRow row) {
        Optional<String> expression =
                row.defaultSql().map(String::strip).filter(sql -> !sql.isEmpty() && !sql.equalsIgnoreCase("NULL"));
        boolean computed = row.virtual();
        return new Column(
                        row.name(),
                        TypeSpelling.of(row),
                        row.nullable(),
                        computed || row.identity() ? Optional.empty() : expression,
                        row.identity(),
                        computed ? expression.map(sql -> new GeneratedColumn(sql, false)) : Optional.empty(),
                        row.collation().filter(name -> !name.equals("USING_NLS_COMP") && !name.equals("BINARY")))
                .commented(row.comment());
    }

    private static List<Key> keys(Map<String, List<ConstraintRow>> constraints, String kind) {
        return constraints.values().stream()
                .filter(pieces -> pieces.get(0).kind().equals(kind))
                .map(pieces -> new Key(pieces.get(0).name(), columns(pieces)))
                .toList();
    }

    private static List<String> columns(List<ConstraintRow> pieces) {
        return pieces.stream()
                .map(ConstraintRow::column)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those into other schemas are told apart by their parent's name. */
    private List<ForeignKey> foreignKeys(Map<String, List<ConstraintRow>> constraints) {
        return constraints.values().stream()
                .filter(pieces -> pieces.get(0).kind().equals("R"))
                .filter(pieces -> pieces.get(0).parent().isPresent())
                .map(this::foreignKey)
                .toList();
    }

    private ForeignKey foreignKey(List<ConstraintRow> pieces) {
        ConstraintRow first = pieces.get(0);
        String parentOwner = first.parentOwner().orElse(owner);
        return new ForeignKey(
                first.name(),
                columns(pieces),
                new TableName(
                        parentOwner.equals(owner) ? schema : parentOwner,
                        first.parent().orElse("")),
                pieces.stream()
                        .map(ConstraintRow::parentColumn)
                        .flatMap(Optional::stream)
                        .toList(),
                action(first.deleteRule().orElse("")),
                ReferentialAction.NO_ACTION,
                first.deferrable(),
                first.deferred());
    }

    private static ReferentialAction action(String rule) {
        return switch (rule) {
            case "CASCADE" -> ReferentialAction.CASCADE;
            case "SET NULL" -> ReferentialAction.SET_NULL;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    /** Not those by which the server keeps NULLs away: they are the columns' own. */
    private static List<Check> checks(Map<String, List<ConstraintRow>> constraints) {
        return constraints.values().stream()
                .map(pieces -> pieces.get(0))
                .filter(check -> check.kind().equals("C"))
                .filter(check -> check.condition()
                        .filter(sql -> !NOT_NULL.matcher(sql).matches())
                        .isPresent())
                .map(check -> new Check(check.name(), check.condition().orElse("")))
                .toList();
    }

    private List<Index> indexes(String table) {
        Map<String, List<IndexRow>> byName = new LinkedHashMap<>();
        rows.indexes().stream()
                .filter(index -> index.table().equals(table) && Hindrances.isPlainIndex(index))
                .forEach(index -> byName.computeIfAbsent(index.name(), name -> new ArrayList<>())
                        .add(index));
        return byName.values().stream()
                .map(parts -> new Index(
                        parts.get(0).name(),
                        parts.stream().map(SchemaAssembly::part).toList(),
                        parts.get(0).unique(),
                        Optional.empty()))
                .toList();
    }

    /** A column that is ordered downwards is kept as an expression, which is its name. */
    private static IndexPart part(IndexRow row) {
        if (row.expression().isEmpty()) {
            return new IndexPart(row.column(), false, row.descending(), Optional.empty());
        }
        String expression = row.expression().get().strip();
        Matcher name = QUOTED.matcher(expression);
        return name.matches()
                ? new IndexPart(name.group(1), false, row.descending(), Optional.empty())
                : new IndexPart(expression, true, row.descending(), Optional.empty());
    }

    /** By the primary key, else by where a row is, which holds as long as one snapshot is read. */
    private static RowOrder order(TableRow table, List<Key> primary, List<ColumnRow> columns) {
        boolean usable = !primary.isEmpty()
                && columns.stream()
                        .filter(column -> primary.get(0).columns().contains(column.name()))
                        .noneMatch(ColumnRow::virtual);
        if (usable) {
            return new RowOrder(RowOrder.Kind.KEY, primary.get(0).columns());
        }
        return new RowOrder(table.indexOrganized() ? RowOrder.Kind.NONE : RowOrder.Kind.PLACE, List.of());
    }
}
