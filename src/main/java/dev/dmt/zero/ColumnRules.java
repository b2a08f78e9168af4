package dev.dmt.zero;

import dev.dmt.schema.replicated.ReplicatedColumn;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides which of a table's columns Zero syncs, and which a publication may name at all. */
final class ColumnRules {
    /** From here on a publication may name stored generated columns. */
    private static final int PUBLISHES_GENERATED = 180_000;

    private final ReplicatedTable table;
    private final int serverVersion;
    private final Map<String, String> unreadable;

    /** Names taken, by what they are in the copy, which does not tell case apart. */
    private final Map<String, String> taken = new HashMap<>();

    private ColumnRules(ReplicatedTable table, int serverVersion, Map<String, String> unreadable) {
        this.table = table;
        this.serverVersion = serverVersion;
        this.unreadable = unreadable;
    }

    /**
     * In the table's order.
     *
     * @param unreadable why, by the names of columns with values that Zero cannot read
     */
    static List<ColumnVerdict> of(ReplicatedTable table, int serverVersion, Map<String, String> unreadable) {
        ColumnRules rules = new ColumnRules(table, serverVersion, unreadable);
        List<ColumnVerdict> verdicts = new ArrayList<>();
        for (ReplicatedColumn column : table.columns()) {
            verdicts.add(rules.verdict(column));
        }
        return verdicts;
    }

    private ColumnVerdict verdict(ReplicatedColumn column) {
        return generated(column).orElseGet(() -> {
            TypeVerdict type = TypeRule.of(column.type());
            return type instanceof TypeVerdict.Dropped dropped
                    ? dropped(column, dropped)
                    : named(column)
                            .or(() -> unreadable(column))
                            .orElseGet(() -> synced(column, ((TypeVerdict.Synced) type).type()));
        });
    }

    private Optional<ColumnVerdict> generated(ReplicatedColumn column) {
        if (column.generation() == Generation.VIRTUAL) {
            return Optional.of(ColumnVerdict.unpublished(
                    column,
                    "it is a virtual generated column, which is never replicated",
                    "Compute it in the client, or define it as STORED (PostgreSQL 18 or newer)."));
        }
        if (column.generation() == Generation.STORED && serverVersion < PUBLISHES_GENERATED) {
            return Optional.of(ColumnVerdict.unpublished(
                    column,
                    "it is a generated column, which servers before PostgreSQL 18 do not replicate",
                    Remedy.alter(table.name(), "ALTER COLUMN " + SqlText.name(column.name()) + " DROP EXPRESSION")
                            + " Then a trigger keeps it up; or move to PostgreSQL 18."));
        }
        return Optional.empty();
    }

    private ColumnVerdict dropped(ReplicatedColumn column, TypeVerdict.Dropped type) {
        boolean publishable = !type.aborts() && ZeroNameRule.acceptsColumn(column.name());
        return new ColumnVerdict(
                column,
                Optional.empty(),
                publishable,
                type.reason(),
                Remedy.changeType(table.name(), column.name(), type));
    }

    private Optional<ColumnVerdict> named(ReplicatedColumn column) {
        if (ZeroNameRule.acceptsColumn(column.name())) {
            return Optional.empty();
        }
        String reason = ZeroNameRule.isReservedColumn(column.name())
                ? "Zero needs the name for itself and fails over a published column of it"
                : "Zero fails over a published column whose name is not letters, digits, _, - and . after a letter or _";
        return Optional.of(ColumnVerdict.unpublished(column, reason, Remedy.renameColumn(table, column.name())));
    }

    /** Zero reads every published column of a row, also one that the schema file does not name. */
    private Optional<ColumnVerdict> unreadable(ReplicatedColumn column) {
        return Optional.ofNullable(unreadable.get(column.name()))
                .map(reason -> ColumnVerdict.unpublished(
                        column,
                        reason,
                        Remedy.asText(table.name(), column.name()) + " Do the same to columns that refer to it."));
    }

    private ColumnVerdict synced(ReplicatedColumn column, ZeroType type) {
        String twin = taken.putIfAbsent(column.name().toLowerCase(Locale.ROOT), column.name());
        return twin == null
                ? ColumnVerdict.synced(column, type)
                : ColumnVerdict.unpublished(
                        column,
                        "Zero's copy does not tell its name from that of the column " + twin,
                        Remedy.renameColumn(table, column.name()));
    }
}
