package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTextTest {
    @ParameterizedTest
    @CsvSource({
        "+02-06, P2Y6M",
        "-00-11, P-11M",
        "+00-00, PT0S",
        "+999999999-11, P999999999Y11M",
        "'+11 10:09:08.555000000', P11DT10H9M8.555S",
        "'-01 00:00:00.000000', P-1D",
        "'-00 00:00:00.100', PT-0.1S",
        "'+00 00:00:05', PT5S",
        "'+000000000 00:00:00.000000000', PT0S",
        "'+00 01:00:00.000000001', PT1H0.000000001S"
    })
    void a_span_is_written_as_the_standard_says(String written, String iso) {
        assertThat(IntervalText.iso(written)).isEqualTo(iso);
    }

    @Test
    void a_time_of_day_comes_back_from_its_span() {
        assertThat(IntervalText.ofTime(86_399_999_999L, 999)).isEqualTo("+0 23:59:59.999999999");
        assertThat(IntervalText.ofTime(86_400_000_000L, 0)).isEqualTo("+1 00:00:00.000000000");
        assertThat(IntervalText.nanos("+0 23:59:59.999999999")).isEqualTo(86_399_999_999_999L);
        assertThat(IntervalText.nanos("+1 00:00:00.000000")).isEqualTo(86_400_000_000_000L);
        assertThat(IntervalText.nanos("-0 00:00:01.5")).isEqualTo(-1_500_000_000L);
    }

    @Test
    void what_is_no_span_is_refused() {
        assertThatThrownBy(() -> IntervalText.iso("tomorrow")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IntervalText.nanos("+02-06")).isInstanceOf(IllegalArgumentException.class);
    }
}
