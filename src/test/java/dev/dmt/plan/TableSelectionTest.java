package dev.dmt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableSelectionTest {
    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "tmp_*, tmp_, true",
        "tmp_*, TMP_Orders, true",
        "tmp_*, a_tmp_b, false",
        "t?, t1, true",
        "t?, t, false",
        "t?, t12, false",
        "a.b, a.b, true",
        "a.b, axb, false",
        "a[b], a[b], true",
        "ü*, ÜBER, true",
        "'Order Details', order details, true"
    })
    void globs_are_those_of_a_shell_and_ignore_case(String glob, String table, boolean matches) {
        assertThat(TableSelection.glob(glob).matcher(table).matches()).isEqualTo(matches);
    }
}
