package dev.dmt.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.plan.TablePlan;
import dev.dmt.report.Progress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksumCheckTest {
    private static final ValidationOptions CHECKSUM = ValidationOptions.of(false, true, 10);
    private static final String[] COLUMNS = {"id:integer", "name:text", "amount:decimal"};
    private static final String[] NAMES = {"id", "name", "amount"};

    @Test
    void equal_tables_pass_in_one_pass_each() {
        MemoryTable source = numbered(95);
        MemoryTable target = source.copy();
        Collections.shuffle(target.rows, new Random(1));
        TableValidation validation = keyed(CHECKSUM, source, target);
        assertThat(validation.passed()).isTrue();
        assertThat(validation.leavesCompared()).isEqualTo(11);
        assertThat(validation.leavesDiffering()).isZero();
        assertThat(validation.checksum().orElseThrow().count()).isEqualTo(95);
        assertThat(source.cursorsOpened).isEqualTo(1);
        assertThat(target.cursorsOpened).isEqualTo(1);
    }

    @Test
    void a_changed_value_is_found_by_range_row_and_column() {
        MemoryTable source = numbered(95);
        MemoryTable target = source.copy();
        target.rows.get(41)[2] = "42.01";
        TableValidation validation = keyed(CHECKSUM, source, target);
        assertThat(Tables.messages(validation)).containsExactly("1 of 11 checksums differ: 40 < id <= 50");
        assertThat(Tables.differences(validation)).containsExactly("DIFFERENT id=42 [amount]");
        assertThat(validation.differences().get(0).values()).isEmpty();
        assertThat(source.rowsRead).as("only the differing leaf is read again").isLessThan(95 + 15);
    }

    @Test
    void values_are_shown_only_when_asked() {
        MemoryTable source = numbered(3);
        MemoryTable target = source.copy();
        target.rows.get(1)[1] = null;
        target.rows.get(1)[2] = "7";
        assertThat(keyed(CHECKSUM.showingData(), source, target).differences())
                .containsExactly(new RowDifference(
                        RowDifference.Kind.DIFFERENT,
                        "id=2",
                        List.of("name", "amount"),
                        List.of("name: 'name 2' | NULL", "amount: 2.5 | 7")));
    }

    @Test
    void missing_and_extra_rows_are_told_apart() {
        MemoryTable source = numbered(30);
        MemoryTable target = source.copy();
        target.rows.remove(0);
        target.rows.remove(14);
        target.row(31, "new", "1").row(-5, "new", "1");
        TableValidation validation = keyed(CHECKSUM, source, target);
        assertThat(Tables.differences(validation))
                .containsExactly(
                        "EXTRA_IN_TARGET id=-5",
                        "MISSING_IN_TARGET id=1",
                        "MISSING_IN_TARGET id=16",
                        "EXTRA_IN_TARGET id=31");
        assertThat(Tables.messages(validation))
                .containsExactly("3 of 4 checksums differ: id <= 10; 10 < id <= 20; id > 20");
    }

    @Test
    void a_row_loaded_twice_is_extra_once() {
        MemoryTable source = numbered(30);
        MemoryTable target = source.copy();
        target.rows.add(source.rows.get(6).clone());
        assertThat(Tables.differences(keyed(CHECKSUM, source, target))).containsExactly("EXTRA_IN_TARGET id=7");
    }

    @Test
    void an_empty_target_lists_no_more_than_is_asked() {
        TableValidation validation = keyed(CHECKSUM, numbered(1_000), new MemoryTable(NAMES));
        assertThat(validation.differences()).hasSize(20);
        assertThat(Tables.messages(validation).get(1)).startsWith("100 of 101").endsWith("and 80 more");
    }

    @Test
    void null_keys_have_a_leaf_of_their_own() {
        MemoryTable source =
                numbered(30).row(null, "x", "1").row(null, "x", "1").row(null, "y", "1");
        MemoryTable target = source.copy();
        assertThat(keyed(CHECKSUM, source, target).passed()).isTrue();
        target.rows.remove(31);
        TableValidation validation = keyed(CHECKSUM, source, target);
        assertThat(Tables.messages(validation)).contains("1 of 4 checksums differ: id IS NULL");
        assertThat(Tables.differences(validation)).containsExactly("MISSING_IN_TARGET id=NULL");
    }

    @Test
    void text_keys_are_compared_by_hash_bucket() {
        TablePlan plan = Tables.plan(100, Tables.key("name"), COLUMNS);
        MemoryTable source = numbered(100);
        MemoryTable target = source.copy();
        Collections.shuffle(target.rows, new Random(2));
        assertThat(Tables.validate(CHECKSUM, plan, source, target).passed()).isTrue();

        target.rows.removeIf(row -> "name 17".equals(row[1]));
        target.rows.forEach(row -> row[2] = "name 23".equals(row[1]) ? "0" : row[2]);
        target.row(7, "it's\nnew", "1");
        TableValidation validation = Tables.validate(CHECKSUM, plan, source, target);
        assertThat(Tables.differences(validation))
                .containsExactlyInAnyOrder(
                        "MISSING_IN_TARGET name='name 17'",
                        "DIFFERENT name='name 23' [amount]",
                        "EXTRA_IN_TARGET name='it's\\u000anew'");
        assertThat(Tables.messages(validation).get(0)).contains("of 10 checksums differ: hash bucket ");
    }

    @Test
    void composite_keys_keep_their_boundaries() {
        String[] columns = {"a:text", "b:text", "c:integer"};
        TablePlan plan = Tables.plan(2, Tables.key("b", "a"), columns);
        MemoryTable source = new MemoryTable("a", "b", "c").row("12", "3", 1).row("1", "23", 2);
        MemoryTable target = new MemoryTable("a", "b", "c").row("1", "23", 1).row("12", "3", 2);
        assertThat(Tables.differences(Tables.validate(CHECKSUM, plan, source, target)))
                .containsExactlyInAnyOrder("DIFFERENT a='12', b='3' [c]", "DIFFERENT a='1', b='23' [c]");
    }

    @Test
    void tables_without_a_key_are_compared_as_multisets() {
        TablePlan plan = Tables.plan(6, List.of(), COLUMNS);
        MemoryTable source = numbered(3).row(9, "twin", "1").row(9, "twin", "1").row(9, "twin", "1");
        MemoryTable target = source.copy();
        Collections.reverse(target.rows);
        assertThat(Tables.validate(CHECKSUM, plan, source, target).passed()).isTrue();

        target.rows.remove(0);
        target.rows.remove(0);
        target.row(4, "more", "1").row(5, "more", "1");
        TableValidation validation = Tables.validate(CHECKSUM.showingData(), plan, source, target);
        assertThat(validation.differences())
                .extracting(d -> d.kind() + " " + d.values())
                .containsExactlyInAnyOrder(
                        "MISSING_IN_TARGET [id: 9, name: 'twin', amount: 1]",
                        "EXTRA_IN_TARGET [id: 4, name: 'more', amount: 1]",
                        "EXTRA_IN_TARGET [id: 5, name: 'more', amount: 1]");
        assertThat(validation.differences())
                .extracting(RowDifference::key)
                .anySatisfy(key -> assertThat(key).matches("row [0-9a-f]{16} \\(2 times\\)"));
    }

    @Test
    void a_key_that_is_not_moved_whole_is_no_key() {
        TablePlan plan = Tables.plan(2, Tables.key("id", "gone"), COLUMNS);
        MemoryTable source = numbered(2);
        assertThat(Tables.validate(CHECKSUM, plan, source, source.copy()).passed())
                .isTrue();
    }

    @Test
    void rejected_rows_are_left_out_on_the_source_and_reported_on_the_target() {
        MemoryTable source = numbered(30);
        source.rows.get(3)[2] = MemoryTable.BAD;
        source.rows.get(29)[0] = MemoryTable.BAD;
        MemoryTable target = numbered(29);
        target.rows.remove(3);
        TableValidation validation = keyed(CHECKSUM, source, target);
        assertThat(validation.passed()).isTrue();
        assertThat(validation.rejected()).isEqualTo(2);

        target.rows.get(0)[2] = MemoryTable.BAD;
        assertThat(Tables.messages(keyed(CHECKSUM, source, target)))
                .contains("1 rows of the target hold a value that is not of its column's type");
    }

    @Test
    void what_the_transfer_rejected_for_its_own_reasons_is_left_out_too() {
        MemoryTable source = numbered(30);
        MemoryTable target = source.copy();
        target.rows.remove(11);
        TableValidation validation = new TableValidator(CHECKSUM, cursor -> cursor.getLong(0) == 12, Progress.SILENT)
                .validate(
                        new ComparedTable(Tables.plan(30, Tables.key("id"), COLUMNS), source, target),
                        Optional.of(new UnitTotals(30, 1, 29)));
        assertThat(validation.findings()).isEmpty();
        assertThat(validation.notes()).isEmpty();
    }

    @Test
    void rows_of_its_own_are_no_fault_where_the_target_is_merged_into() {
        MemoryTable source = numbered(30);
        MemoryTable target = source.copy().row(100, "own", "1").row(15, "own", "1");
        target.rows.removeIf(row -> Integer.valueOf(15).equals(row[0]) && !"own".equals(row[1]));
        ValidationOptions merged = CHECKSUM.allowingExtraRows();
        assertThat(Tables.differences(keyed(merged, source, target))).containsExactly("DIFFERENT id=15 [name, amount]");
        target.rows.removeIf(row -> "own".equals(row[1]));
        target.row(15, "name 15", "15.5").row(101, "own", "1");
        assertThat(keyed(merged, source, target).passed()).isTrue();
    }

    @Test
    void keys_at_both_ends_of_their_range_are_fine() {
        ValidationOptions one = ValidationOptions.of(false, true, 1);
        MemoryTable source = new MemoryTable(NAMES)
                .row(Long.MIN_VALUE, "a", "1")
                .row(-1L, "b", "1")
                .row(0L, "c", "1")
                .row(Long.MAX_VALUE, "d", "1");
        MemoryTable target = source.copy();
        assertThat(keyed(one, source, target).passed()).isTrue();
        target.rows.get(0)[1] = "z";
        target.rows.get(3)[1] = "z";
        assertThat(Tables.differences(keyed(one, source, target)))
                .containsExactly("DIFFERENT id=-9223372036854775808 [name]", "DIFFERENT id=9223372036854775807 [name]");
    }

    @Test
    void a_hundred_thousand_rows_are_quick_and_one_difference_is_found() {
        ValidationOptions usual = ValidationOptions.of(true, true, 1_000);
        MemoryTable source = numbered(100_000);
        MemoryTable target = source.copy();
        target.rows.get(77_776)[1] = "wrong";
        TableValidation validation = keyed(usual, source, target);
        assertThat(Tables.differences(validation)).containsExactly("DIFFERENT id=77777 [name]");
        assertThat(validation.leavesCompared()).isEqualTo(101);
        assertThat(validation.leavesDiffering()).isEqualTo(1);
    }

    @Test
    void a_key_that_is_indexed_downwards_is_compared_by_hash() {
        MemoryTable source = numbered(95);
        source.downwards = true;
        MemoryTable target = numbered(95);
        assertThat(keyed(CHECKSUM, source, target).passed()).isTrue();
        target.rows.remove(41);
        target.rows.get(7)[2] = "0";
        TableValidation validation = keyed(CHECKSUM, source, target);
        assertThat(Tables.differences(validation))
                .containsExactlyInAnyOrder("DIFFERENT id=8 [amount]", "MISSING_IN_TARGET id=42");
        assertThat(validation.checksum().orElseThrow().count()).isEqualTo(95);
    }

    @Test
    void an_interrupt_cancels() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> keyed(CHECKSUM, numbered(5_000), numbered(5_000)))
                    .isInstanceOfSatisfying(
                            DmtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static TableValidation keyed(ValidationOptions options, MemoryTable source, MemoryTable target) {
        return Tables.validate(options, Tables.plan(source.rows.size(), Tables.key("id"), COLUMNS), source, target);
    }

    private static MemoryTable numbered(int rows) {
        MemoryTable table = new MemoryTable(NAMES);
        for (int i = 1; i <= rows; i++) {
            table.row(i, "name " + i, i + ".50");
        }
        return table;
    }
}
