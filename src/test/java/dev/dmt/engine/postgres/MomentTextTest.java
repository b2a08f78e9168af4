package dev.dmt.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The texts of keys are such as the server reads, on both sides of the first year. */
class MomentTextTest {
    private static final long MICROS_A_DAY = 86_400_000_000L;
    private static final long FIRST_DAY = -719_162;

    @Test
    void days_have_years_of_four_digits_and_more_and_their_era() {
        assertThat(MomentText.date(0)).isEqualTo("1970-01-01");
        assertThat(MomentText.date(FIRST_DAY)).isEqualTo("0001-01-01");
        assertThat(MomentText.date(FIRST_DAY - 1)).isEqualTo("0001-12-31 BC");
        assertThat(MomentText.date(FIRST_DAY - 307)).isEqualTo("0001-02-29 BC");
        assertThat(MomentText.date(3_000_000)).isEqualTo("10183-09-21");
    }

    @Test
    void moments_keep_their_microseconds_and_days_their_end() {
        assertThat(MomentText.timestamp(FIRST_DAY * MICROS_A_DAY - 1)).isEqualTo("0001-12-31T23:59:59.999999 BC");
        assertThat(MomentText.timestamp(1)).isEqualTo("1970-01-01T00:00:00.000001");
        assertThat(MomentText.time(MICROS_A_DAY)).isEqualTo("24:00:00");
        assertThat(MomentText.time(0)).isEqualTo("00:00");
    }
}
