package dev.dmt.transfer;

import dev.dmt.config.TargetMode;
import dev.dmt.engine.Advance;
import dev.dmt.engine.Since;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.WireFormat;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.Increment;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import java.util.List;
import java.util.Optional;

/**
 * One unit of a run, as planned.
 *
 * @param ownFormat the target's own form for what is streamed; empty where that is CSV
 */
public record UnitWork(
        String runId, TablePlan table, UnitPlan unit, String sourceFingerprint, Optional<WireFormat.Own> ownFormat) {
    public TableRead read() {
        TableRead read = table.sourceRead();
        return read.since(table.increment()
                .flatMap(increment -> increment
                        .from()
                        .flatMap(from -> read.columns().stream()
                                .filter(column -> column.name().equals(increment.column()))
                                .findFirst()
                                .map(column -> new Since(column.name(), column.type(), from)))));
    }

    /** What goes into the ledger with the unit's last chunk; a table of several units has no last one. */
    Advance noted(Advance advance) {
        return advance.done() && table.units().size() == 1 ? advance.noting(IncrementMark.note(table)) : advance;
    }

    public List<String> targetColumns() {
        return table.columns().stream().map(ColumnPlan::target).toList();
    }

    private List<LogicalType> types() {
        return table.columns().stream().map(ColumnPlan::type).toList();
    }

    /** Where the unit's rows go; CONFIG where upsert is wanted and no key tells rows apart. */
    public TableLoad load(TargetMode mode) {
        if (mode != TargetMode.UPSERT) {
            return new TableLoad(table.target(), targetColumns(), types(), false, List.of());
        }
        List<String> columns = targetColumns();
        Optional<Key> key = table.target()
                .primaryKey()
                .or(() -> table.target().uniqueKeys().stream().findFirst())
                .filter(k -> columns.containsAll(k.columns()));
        List<String> keyColumns = key.map(Key::columns)
                .orElseThrow(() -> new DmtException(
                        ErrorCode.CONFIG,
                        "table " + table.target().name() + " has no key to merge by, which target_mode upsert needs",
                        ErrorContext.at("table", table.source().toString())
                                .withHint("use target_mode drop_recreate or truncate, or exclude the table")));
        return new TableLoad(table.target(), columns, types(), true, keyColumns);
    }

    /** The moved columns whose values are a row's place in the order; empty where none are. */
    List<String> keyColumns() {
        List<String> moved = table.columns().stream().map(ColumnPlan::source).toList();
        if (table.order().kind() != RowOrder.Kind.ROWID
                || moved.containsAll(table.order().columns())) {
            return table.order().columns();
        }
        // A whole-number key of SQLite that counts by itself is the rowid.
        return table.columns().stream()
                .filter(column -> table.target()
                        .column(column.target())
                        .filter(target -> target.identity())
                        .isPresent())
                .map(ColumnPlan::source)
                .toList();
    }

    /** True where the unit can stop and go on between any two shards. */
    public boolean isResumable() {
        RowOrder.Kind kind = table.order().kind();
        return kind == RowOrder.Kind.KEY || kind == RowOrder.Kind.ROWID;
    }

    /** How many rows to expect, about; negative where nobody knows. */
    public long expectedRows() {
        if (table.increment().flatMap(Increment::from).isPresent()) {
            return -1;
        }
        return table.rows() / Math.max(1, table.units().size());
    }

    /** How many bytes to expect, about: the CSV is somewhat larger than the source's own form. */
    public long expectedBytes() {
        return table.bytes() / Math.max(1, table.units().size()) / 4 * 5;
    }

    /** A target that merges may take fewer rows than a chunk has; others take them all. */
    void requireAll(TableLoad load, long taken, long rows) {
        if (!load.upsert() && taken != rows) {
            throw new DmtException(
                    ErrorCode.INTERNAL,
                    "the target took " + taken + " rows of a chunk that has " + rows,
                    where().withHint("report this as a bug; validate tells which rows differ"));
        }
    }

    ErrorContext where() {
        return ErrorContext.at("table", table.source().toString()).and("unit", unit.id());
    }
}
