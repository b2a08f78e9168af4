package dev.dmt.zero;

import dev.dmt.config.ZeroConfig;
import dev.dmt.schema.Key;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what Zero will sync of a database, and says of all the rest why not. One column that Zero does not bear keeps the
 * whole database from being synced, so that what is left out here must not be published either.
 */
public final class ZeroRules {
    /** Zero writes 50 rows a statement, and SQLite takes 32,766 values in one. */
    private static final int MOST_COLUMNS = 650;

    private final TableChoice choice;
    private final int serverVersion;
    private final List<UnreadableColumn> unreadable;
    private final ReplicaNames names = new ReplicaNames();
    private final List<SelectedTable> selected = new ArrayList<>();
    private final List<ZeroFinding> findings = new ArrayList<>();

    private ZeroRules(ZeroConfig config, int serverVersion, List<UnreadableColumn> unreadable) {
        this.choice = new TableChoice(config.tables());
        this.serverVersion = serverVersion;
        this.unreadable = unreadable;
    }

    /**
     * Selects by what tables are, whatever their values.
     *
     * @param serverVersion as the server numbers itself (150018), 0 where it is not known
     */
    public static Selection select(List<ReplicatedTable> tables, ZeroConfig config, int serverVersion) {
        return select(tables, config, serverVersion, List.of());
    }

    /** As {@link #select}, where something is known of the values. */
    public static Selection select(
            List<ReplicatedTable> tables, ZeroConfig config, int serverVersion, List<UnreadableColumn> unreadable) {
        ZeroRules rules = new ZeroRules(config, serverVersion, unreadable);
        tables.stream()
                .sorted(Comparator.comparing(
                                (ReplicatedTable table) -> table.name().schema())
                        .thenComparing(table -> table.name().name()))
                .forEach(rules::decide);
        rules.missing(tables);
        return new Selection(rules.selected, rules.findings);
    }

    private void missing(List<ReplicatedTable> tables) {
        List<TableName> names = tables.stream().map(ReplicatedTable::name).toList();
        choice.unanswered(names)
                .forEach(glob -> findings.add(new ZeroFinding(
                        ZeroFinding.Kind.NOTE,
                        "",
                        "",
                        "zero.tables asks for " + glob + ", and no table is called so",
                        "Correct the name, or take it out.")));
    }

    private void decide(ReplicatedTable table) {
        Optional<ZeroFinding> obstacle = TableRules.obstacle(table, choice);
        if (obstacle.isPresent()) {
            findings.add(obstacle.get());
            return;
        }
        List<ColumnVerdict> columns = ColumnRules.of(table, serverVersion, unreadable(table));
        KeyRule keys = new KeyRule(table, columns);
        Optional<Key> key = keys.key();
        if (key.isEmpty()) {
            findings.add(keys.missing());
            return;
        }
        RowNaming naming = RowNaming.of(table, key.get(), columns, serverVersion);
        if (naming instanceof RowNaming.Impossible impossible) {
            findings.add(TableRules.leftOut(table, impossible.reason(), impossible.remedy()));
            return;
        }
        SelectedTable candidate = selected(table, columns, key.get(), (RowNaming.By) naming);
        Optional<ZeroFinding> unheld = unheld(candidate);
        if (unheld.isPresent()) {
            findings.add(unheld.get());
            return;
        }
        selected.add(candidate);
        columns.stream()
                .filter(column -> column.synced().isEmpty())
                .map(column -> leftOut(table, column))
                .forEach(findings::add);
    }

    private Map<String, String> unreadable(ReplicatedTable table) {
        return unreadable.stream()
                .filter(column -> column.table().equals(table.name()))
                .collect(
                        Collectors.toMap(UnreadableColumn::column, UnreadableColumn::reason, (first, second) -> first));
    }

    private static SelectedTable selected(
            ReplicatedTable table, List<ColumnVerdict> columns, Key key, RowNaming.By naming) {
        List<SelectedColumn> synced = new ArrayList<>();
        List<String> published = new ArrayList<>();
        for (ColumnVerdict column : columns) {
            column.synced().ifPresent(type -> synced.add(new SelectedColumn(column.column(), type)));
            if (column.synced().isPresent() || naming.columns().contains(column.name())) {
                published.add(column.name());
            }
        }
        return new SelectedTable(table, synced, key, published, naming.index());
    }

    /** What Zero's copy could not hold. */
    private Optional<ZeroFinding> unheld(SelectedTable table) {
        if (table.published().size() > MOST_COLUMNS) {
            return Optional.of(TableRules.leftOut(
                    table.table(),
                    "Zero fails over a table of more than " + MOST_COLUMNS + " published columns",
                    "Split it into two tables of one key."));
        }
        Set<String> folded = new HashSet<>();
        Optional<String> twin = table.published().stream()
                .filter(name -> !folded.add(name.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (twin.isPresent()) {
            return Optional.of(TableRules.leftOut(
                    table.table(),
                    "it has columns that differ from " + twin.get() + " in case alone, which Zero's copy cannot hold",
                    Remedy.renameColumn(table.table(), twin.get())));
        }
        return names.take(table.name(), publishedIndexes(table))
                .map(obstacle -> TableRules.leftOut(
                        table.table(),
                        obstacle.reason(),
                        obstacle.index()
                                .map(index -> Remedy.renameIndex(table.name(), index))
                                .orElseGet(() -> Remedy.renameTable(table.name()))));
    }

    private static List<Key> publishedIndexes(SelectedTable table) {
        ReplicatedTable known = table.table();
        return Stream.of(known.primaryKey().stream(), known.uniqueKeys().stream(), known.otherIndexes().stream())
                .flatMap(Function.identity())
                .filter(key -> table.published().containsAll(key.columns()))
                .toList();
    }

    private static ZeroFinding leftOut(ReplicatedTable table, ColumnVerdict column) {
        return new ZeroFinding(
                ZeroFinding.Kind.COLUMN_LEFT_OUT,
                table.name().toString(),
                column.name(),
                column.reason(),
                column.remedy());
    }
}
