package dev.dmt.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactDecimalTest {
    private final ExactDecimal decimal = new ExactDecimal();

    private String text(double value) {
        decimal.set(value);
        return new String(decimal.bytes(), decimal.offset(), decimal.length(), StandardCharsets.US_ASCII);
    }

    private String text(long value) {
        decimal.set(value);
        return new String(decimal.bytes(), decimal.offset(), decimal.length(), StandardCharsets.US_ASCII);
    }

    @Test
    void numbers_people_write_come_back_as_written() {
        for (String written : new String[] {"0.1", "19.99", "-0.05", "1234567.89", "0.000001", "100", "-7", "0.5"}) {
            assertThat(text(Double.parseDouble(written))).isEqualTo(written);
        }
        assertThat(text(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(text(Double.parseDouble("1e23"))).isEqualTo("100000000000000000000000");
        assertThat(text(2e-44)).isEqualTo("0." + "0".repeat(43) + "2");
        assertThat(text(-0.0)).isEqualTo("0");
    }

    @Test
    void any_double_reads_back_the_same() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(1_000_000_000) / Math.pow(10, random.nextInt(9));
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(text(value))).isEqualTo(value == 0 ? 0.0 : value);
            }
        }
    }

    @Test
    void integers_keep_all_digits() {
        for (long value : new long[] {0, 1, -1, 10, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(text(value)).isEqualTo(Long.toString(value));
        }
    }

    @Test
    void digits_are_counted_on_both_sides_of_the_point() {
        decimal.set(-123.45);
        assertThat(decimal.wholeDigits()).isEqualTo(3);
        assertThat(decimal.scale()).isEqualTo(2);
        decimal.set(0.05);
        assertThat(decimal.wholeDigits()).isZero();
        decimal.set(100L);
        assertThat(decimal.wholeDigits()).isEqualTo(3);
        assertThat(decimal.scale()).isZero();
        assertThat(new BigDecimal(text(1.5e300)).precision()).isEqualTo(301);
    }
}
