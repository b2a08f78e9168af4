package dev.dmt.plan;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.WireColumn;
import dev.dmt.schema.Omission;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that will be done with one table.
 *
 * @param rows the exact count when the source was profiled
 * @param target the table as it will stand in the target, in the target's dialect
 * @param columns those whose values are moved
 * @param generated those that the target computes by itself: not moved, but compared
 * @param form in which rows are streamed; those of shards are CSV
 * @param increment empty where all rows are loaded each time
 * @param sequenceFloor the highest value ever given out by the identity column, 0 where there is none
 */
public record TablePlan(
        TableName source,
        Table target,
        Lane lane,
        long rows,
        long bytes,
        RowOrder order,
        List<ColumnPlan> columns,
        List<ColumnPlan> generated,
        List<UnitPlan> units,
        RowForm form,
        Optional<Increment> increment,
        long sequenceFloor,
        List<Omission> omissions) {
    public TablePlan {
        columns = List.copyOf(columns);
        generated = List.copyOf(generated);
        units = List.copyOf(units);
        omissions = List.copyOf(omissions);
    }

    TablePlan withUnits(Lane newLane, List<UnitPlan> newUnits) {
        return new TablePlan(
                source,
                target,
                newLane,
                rows,
                bytes,
                order,
                columns,
                generated,
                newUnits,
                form,
                increment,
                sequenceFloor,
                omissions);
    }

    TablePlan withForm(RowForm newForm) {
        return new TablePlan(
                source,
                target,
                lane,
                rows,
                bytes,
                order,
                columns,
                generated,
                units,
                newForm,
                increment,
                sequenceFloor,
                omissions);
    }

    public TablePlan withIncrement(Increment newIncrement) {
        return new TablePlan(
                source,
                target,
                lane,
                rows,
                bytes,
                order,
                columns,
                generated,
                units,
                form,
                Optional.of(newIncrement),
                sequenceFloor,
                omissions);
    }

    /** All columns whose values must be the same on both sides in the end. */
    public List<ColumnPlan> compared() {
        return Stream.concat(columns.stream(), generated.stream()).toList();
    }

    /** The columns that are moved, as whoever brings them into another form wants them. */
    public List<WireColumn> wireColumns() {
        return columns.stream()
                .map(column -> new WireColumn(column.type(), column.declared(), column.nativeType()))
                .toList();
    }

    /** The source side of this table, as a reader wants it: what is moved. */
    public TableRead sourceRead() {
        return sourceRead(columns);
    }

    public TableRead sourceRead(List<ColumnPlan> wanted) {
        return new TableRead(
                source,
                wanted.stream()
                        .map(c -> new ColumnRead(c.source(), c.type(), c.form()))
                        .toList(),
                order);
    }
}
