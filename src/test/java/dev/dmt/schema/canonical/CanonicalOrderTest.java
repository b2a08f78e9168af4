package dev.dmt.schema.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalOrderTest {
    private final CanonicalValue value = new CanonicalValue();

    @Test
    void decimals_are_ordered_by_value() {
        ascending(
                List.of(
                        "-Infinity",
                        "-1e999999",
                        "-1000",
                        "-999.9",
                        "-2",
                        "-1.5",
                        "-1",
                        "-0.5",
                        "-0.25",
                        "0",
                        "1e-999999",
                        "0.09",
                        "0.1",
                        "0.11",
                        "1",
                        "1.5",
                        "2",
                        "9",
                        "10",
                        "99.99",
                        "100",
                        "1e999999",
                        "2e999999",
                        "Infinity",
                        "NaN"),
                TypeKind.DECIMAL);
    }

    @Test
    void random_decimals_are_ordered_as_big_decimal_orders_them() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal left = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(12));
            BigDecimal right = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(12));
            int order = CanonicalOrder.compare(
                    TypeKind.DECIMAL, decimal(left.toPlainString()), decimal(right.toPlainString()));
            assertThat(Integer.signum(order)).isEqualTo(left.compareTo(right));
        }
    }

    @Test
    void floats_and_times_are_ordered_by_value() {
        double[] numbers = {
            Double.NEGATIVE_INFINITY,
            -1,
            -Double.MIN_VALUE,
            -0.0,
            0.0,
            Double.MIN_VALUE,
            1,
            Double.POSITIVE_INFINITY,
            Double.NaN
        };
        for (int i = 1; i < numbers.length; i++) {
            byte[] left =
                    value.setDouble(LogicalType.parse("float"), numbers[i - 1]).toBytes();
            byte[] right =
                    value.setDouble(LogicalType.parse("float"), numbers[i]).toBytes();
            assertThat(CanonicalOrder.compare(TypeKind.FLOAT, left, right)).isNegative();
        }
        byte[] before = value.setLong(TypeKind.TIMESTAMP, -1).toBytes();
        byte[] after = value.setLong(TypeKind.TIMESTAMP, 1).toBytes();
        assertThat(CanonicalOrder.compare(TypeKind.TIMESTAMP, before, after)).isNegative();
        assertThat(CanonicalOrder.eightBytes(before)).isEqualTo(-1);
    }

    @Test
    void text_is_ordered_by_unsigned_bytes() {
        byte[] z = "z".getBytes(StandardCharsets.UTF_8);
        byte[] umlaut = "ä".getBytes(StandardCharsets.UTF_8);
        assertThat(CanonicalOrder.compare(TypeKind.TEXT, z, umlaut)).isNegative();
        assertThat(CanonicalOrder.compare(TypeKind.TEXT, new byte[0], z)).isNegative();
        assertThat(CanonicalOrder.compare(TypeKind.TEXT, z, z)).isZero();
    }

    private void ascending(List<String> texts, TypeKind kind) {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < texts.size(); j++) {
                assertThat(Integer.signum(CanonicalOrder.compare(kind, decimal(texts.get(i)), decimal(texts.get(j)))))
                        .as("%s against %s", texts.get(i), texts.get(j))
                        .isEqualTo(Integer.signum(Integer.compare(i, j)));
            }
        }
    }

    private byte[] decimal(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return value.setBytes(LogicalType.parse("decimal"), bytes, 0, bytes.length)
                .toBytes();
    }
}
