package dev.dmt.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountCheckTest {
    @Test
    void all_counts_agree() {
        assertThat(check(10, new UnitTotals(10, 0, 10), 10, 10, false)).isEmpty();
        assertThat(check(10, new UnitTotals(10, 3, 7), 10, 7, false)).isEmpty();
        assertThat(CountCheck.check(10, Optional.empty(), new CountCheck.Counted(10, 10), false))
                .isEmpty();
        assertThat(check(0, new UnitTotals(0, 0, 0), 0, 0, false)).isEmpty();
    }

    @Test
    void a_source_that_changed_is_named() {
        assertThat(check(10, new UnitTotals(10, 0, 10), 11, 10, false))
                .containsExactly("the source holds 11 rows now but the plan counted 10: it changed after the plan");
    }

    @Test
    void units_that_read_too_little_are_named() {
        assertThat(check(10, new UnitTotals(9, 0, 9), 10, 9, false))
                .containsExactly("the units read 9 rows, the plan counted 10");
    }

    @Test
    void rows_lost_between_reading_and_writing_are_named() {
        assertThat(check(10, new UnitTotals(10, 1, 8), 10, 8, false))
                .containsExactly("the units read 10 rows and rejected 1, but the target took 8");
    }

    @Test
    void rows_lost_or_doubled_in_the_target_are_named() {
        assertThat(check(10, new UnitTotals(10, 0, 10), 10, 1, false))
                .containsExactly("the target holds 1 row, the units wrote 10");
        assertThat(check(10, new UnitTotals(10, 0, 10), 10, 20, false)).hasSize(1);
        assertThat(CountCheck.check(10, Optional.empty(), new CountCheck.Counted(10, 9), false))
                .extracting(Finding::message)
                .containsExactly("the target holds 9 rows, the source holds 10");
    }

    @Test
    void rows_of_its_own_are_no_fault_where_the_target_is_merged_into() {
        assertThat(check(10, new UnitTotals(10, 0, 10), 10, 20, true)).isEmpty();
        assertThat(check(10, new UnitTotals(10, 0, 10), 10, 9, true)).hasSize(1);
    }

    private static List<String> check(long planned, UnitTotals units, long source, long target, boolean extra) {
        return CountCheck.check(planned, Optional.of(units), new CountCheck.Counted(source, target), extra).stream()
                .map(Finding::message)
                .toList();
    }
}
