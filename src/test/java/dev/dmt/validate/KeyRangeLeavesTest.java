package dev.dmt.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TableName;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeyRangeLeavesTest {
    @Test
    void ranges_cover_every_key_once() {
        KeyRangeLeaves leaves = new KeyRangeLeaves("id", 0, 10);
        each(table(35), leaves::addSource);
        assertThat(leaves.count()).isEqualTo(5);
        assertThat(leaves.describe(0)).isEqualTo("id IS NULL");
        assertThat(leaves.describe(1)).isEqualTo("id <= 10");
        assertThat(leaves.describe(2)).isEqualTo("10 < id <= 20");
        assertThat(leaves.describe(4)).isEqualTo("id > 30");
        assertThat(leaves.range(1).after()).isEmpty();
        assertThat(leaves.range(2))
                .isEqualTo(new KeyRange(leaves.range(1).upTo(), leaves.range(3).after()));
        assertThat(leaves.range(4).upTo()).isEmpty();
        each(table(35), leaves::addTarget);
        assertThat(leaves.differing()).isEmpty();
    }

    @Test
    void neighbours_are_joined_before_there_are_too_many() {
        KeyRangeLeaves leaves = new KeyRangeLeaves("id", 0, 1, 8);
        each(table(1_000), leaves::addSource);
        assertThat(leaves.count()).isLessThan(11);
        assertThat(leaves.sourceTotal().count()).isEqualTo(1_000);
        MemoryTable shuffled = table(1_000);
        Collections.shuffle(shuffled.rows, new Random(5));
        each(shuffled, leaves::addTarget);
        assertThat(leaves.differing()).isEmpty();
        each(table(1), leaves::addTarget);
        assertThat(leaves.differing()).containsExactly(1);
    }

    @Test
    void rows_out_of_order_go_to_the_range_they_belong_to() {
        MemoryTable shuffled = table(500);
        Collections.shuffle(shuffled.rows, new Random(6));
        KeyRangeLeaves leaves = new KeyRangeLeaves("id", 0, 10);
        each(shuffled, leaves::addSource);
        each(table(500), leaves::addTarget);
        assertThat(leaves.differing()).isEmpty();
    }

    @Test
    void a_table_of_few_rows_is_one_range() {
        KeyRangeLeaves leaves = new KeyRangeLeaves("id", 0, 10);
        each(table(3), leaves::addSource);
        assertThat(leaves.describe(1)).isEqualTo("any id");
        assertThat(leaves.range(1)).isEqualTo(KeyRange.ALL);
    }

    private static MemoryTable table(int rows) {
        MemoryTable table = new MemoryTable("id");
        for (int i = 1; i <= rows; i++) {
            table.row(i);
        }
        return table;
    }

    private static void each(MemoryTable table, Consumer<CanonicalRow> visitor) {
        LogicalType integer = LogicalType.parse("integer");
        TableRead read = new TableRead(
                TableName.of("t"),
                List.of(new ColumnRead("id", integer, "as_is")),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
        try (RowCursor cursor = table.open(read, KeyRange.ALL)) {
            new TablePass(RejectFilter.NONE, rows -> {})
                    .run(cursor, new CanonicalRow(List.of(integer), List.of(0), CanonicalRow.Hashing.ROWS), row -> {
                        visitor.accept(row);
                        return true;
                    });
        }
    }
}
