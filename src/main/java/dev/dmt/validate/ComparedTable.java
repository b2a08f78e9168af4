package dev.dmt.validate;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.Reader;
import dev.dmt.engine.TableRead;
import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;

/** A table's two sides: what is read of each, and which of the columns are the key. */
public record ComparedTable(TablePlan plan, Reader source, Reader target) {
    private static final RowOrder UNORDERED = new RowOrder(RowOrder.Kind.NONE, List.of());
    private static final String AS_IT_IS = "as_is";

    List<LogicalType> types() {
        return plan.compared().stream().map(ColumnPlan::type).toList();
    }

    List<String> columnNames() {
        return plan.compared().stream().map(ColumnPlan::target).toList();
    }

    /** The places of the primary key's columns; empty where the table has none, or not all of it is moved. */
    List<Integer> keyColumns() {
        List<Integer> places = new ArrayList<>();
        List<String> names = columnNames();
        for (String column : plan.target().primaryKey().map(Key::columns).orElse(List.of())) {
            int place = names.indexOf(column);
            if (place < 0) {
                return List.of();
            }
            places.add(place);
        }
        return places;
    }

    /**
     * True where leaves can be ranges of the key: it is one whole number, ordered alike by every engine, and the source
     * holds it as such (a number that is kept as text is ordered as text).
     */
    boolean hasWholeNumberKey() {
        List<Integer> key = keyColumns();
        if (key.size() != 1) {
            return false;
        }
        ColumnPlan column = plan.compared().get(key.get(0));
        return column.type().kind() == TypeKind.INTEGER && column.form().startsWith(AS_IT_IS);
    }

    /** The source with all that is compared, in the order of the plan. */
    TableRead sourceRead() {
        return plan.sourceRead(plan.compared());
    }

    /** The source, in the order of its whole-number key. */
    TableRead sourceReadByKey() {
        TableRead read = sourceRead();
        String key = plan.compared().get(keyColumns().get(0)).source();
        return new TableRead(read.table(), read.columns(), new RowOrder(RowOrder.Kind.KEY, List.of(key)));
    }

    /** The target, in no order: the quickest way through all of it. */
    TableRead targetRead() {
        return targetRead(UNORDERED);
    }

    TableRead targetReadByKey() {
        return targetRead(new RowOrder(
                RowOrder.Kind.KEY, plan.target().primaryKey().map(Key::columns).orElse(List.of())));
    }

    private TableRead targetRead(RowOrder order) {
        return new TableRead(
                plan.target().name(),
                plan.compared().stream()
                        .map(column -> new ColumnRead(column.target(), column.type(), AS_IT_IS))
                        .toList(),
                order);
    }
}
