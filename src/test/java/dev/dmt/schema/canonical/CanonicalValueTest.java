package dev.dmt.schema.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalValueTest {
    private static final LogicalType DECIMAL = LogicalType.parse("decimal");
    private static final LogicalType DOUBLE = LogicalType.parse("float(64)");
    private static final LogicalType SINGLE = LogicalType.parse("float(32)");
    private static final LogicalType UUID = LogicalType.parse("uuid");
    private static final LogicalType TEXT = LogicalType.parse("text");

    private final CanonicalValue value = new CanonicalValue();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+0, 0",
        "0.00, 0",
        "-0.000, 0",
        "1, 1",
        "+1, 1",
        "1.0, 1",
        "1.00, 1",
        "001, 1",
        "-1.50, -1.5",
        "100, 100",
        "100.00, 100",
        "1000000, 1000000",
        "0.001, 0.001",
        ".5, 0.5",
        "-.5, -0.5",
        "5., 5",
        "10.50, 10.5",
        "1203.0450, 1203.045",
        "00.0100, 0.01",
        "1e3, 1000",
        "1E+3, 1000",
        "1.5e1, 15",
        "15e-1, 1.5",
        "12e-5, 0.00012",
        "0e99, 0",
        "123.456e2, 12345.6",
        "NaN, NaN",
        "nan, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "inf, Infinity",
        "99999999999999999999999999999999999999.99, 99999999999999999999999999999999999999.99",
        "1e999999, 1E999999",
        "10e999998, 1E999999",
        "-25e-999999, -25E-999999",
    })
    void a_decimal_has_one_form(String text, String form) {
        assertThat(decimal(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1.2.3",
                "1e",
                "1e+",
                "1e5x",
                "12a",
                " 1",
                "0x10",
                "--1",
                "1e99999999999999999999",
                "e5",
                "infinit"
            })
    void what_is_no_number_keeps_its_bytes(String text) {
        assertThat(decimal(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, -5, 10, 100, 1234567890123456789L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1})
    void a_whole_number_is_the_same_as_a_decimal_of_its_value(long number) {
        String digits = ascii(value.setLong(TypeKind.INTEGER, number));
        assertThat(digits).isEqualTo(Long.toString(number));
        assertThat(decimal(number + ".000")).isEqualTo(digits);
        assertThat(ascii(value.setLong(TypeKind.DECIMAL, number))).isEqualTo(digits);
    }

    @Test
    void random_decimals_agree_with_big_decimal_whatever_their_spelling() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(30) - 10);
            String expected =
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            assertThat(decimal(number.toPlainString())).isEqualTo(expected);
            assertThat(decimal(number.toString())).isEqualTo(expected);
            assertThat(decimal(number.toEngineeringString())).isEqualTo(expected);
            if (number.scale() >= 0) {
                assertThat(decimal(number.setScale(number.scale() + 3).toPlainString()))
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0000000000000000",
        "-0.0, 8000000000000000",
        "1.0, 3ff0000000000000",
        "0.1, 3fb999999999999a",
        "-2.5, c004000000000000",
        "4.9E-324, 0000000000000001",
        "1.7976931348623157E308, 7fefffffffffffff",
        "Infinity, 7ff0000000000000",
        "-Infinity, fff0000000000000",
        "NaN, 7ff8000000000000",
    })
    void a_float_is_its_exact_bits(double number, String hex) {
        assertThat(hex(value.setDouble(DOUBLE, number))).isEqualTo(hex);
    }

    @Test
    void every_nan_is_one_and_a_single_is_what_it_can_hold() {
        double oddNan = Double.longBitsToDouble(0xfff8000000000abcL);
        assertThat(hex(value.setDouble(DOUBLE, oddNan))).isEqualTo("7ff8000000000000");
        assertThat(hex(value.setDouble(SINGLE, 0.1))).isEqualTo(hex(value.setDouble(DOUBLE, 0.1f)));
        assertThat(hex(value.setDouble(SINGLE, 0.1))).isNotEqualTo(hex(value.setDouble(DOUBLE, 0.1)));
        assertThat(hex(value.setDouble(SINGLE, 1.5))).isEqualTo("3ff8000000000000");
    }

    @Test
    void booleans_dates_and_times_have_a_fixed_width() {
        assertThat(hex(value.setLong(TypeKind.BOOLEAN, 0))).isEqualTo("00");
        assertThat(hex(value.setLong(TypeKind.BOOLEAN, 1))).isEqualTo("01");
        assertThat(hex(value.setLong(TypeKind.DATE, 19_700))).isEqualTo("0000000000004cf4");
        assertThat(hex(value.setLong(TypeKind.DATE, -1))).isEqualTo("ffffffffffffffff");
        assertThat(hex(value.setLong(TypeKind.TIME, 86_399_999_999L))).isEqualTo("000000141dd75fff");
        assertThat(hex(value.setLong(TypeKind.TIMESTAMP, Long.MIN_VALUE))).isEqualTo("8000000000000000");
        assertThat(hex(value.setLong(TypeKind.TIMESTAMP, Long.MAX_VALUE))).isEqualTo("7fffffffffffffff");
    }

    @Test
    void a_uuid_is_its_sixteen_bytes_whatever_its_case() {
        String form = "00112233445566778899aabbccddeeff";
        assertThat(hex(set(UUID, "00112233-4455-6677-8899-aabbccddeeff"))).isEqualTo(form);
        assertThat(hex(set(UUID, "00112233-4455-6677-8899-AABBCCDDEEFF"))).isEqualTo(form);
        assertThat(hex(set(UUID, "00112233445566778899aabbccddeeff"))).isEqualTo(form);
        assertThat(ascii(set(UUID, "00112233-4455-6677-8899-aabbccddeef")))
                .isEqualTo("00112233-4455-6677-8899-aabbccddeef");
        assertThat(ascii(set(UUID, "g0112233-4455-6677-8899-aabbccddeeff"))).startsWith("g0112233");
    }

    @Test
    void text_and_binary_are_a_view_of_their_bytes() {
        byte[] bytes = "xxzoëyy".getBytes(StandardCharsets.UTF_8);
        value.setBytes(TEXT, bytes, 2, 4);
        assertThat(value.array()).isSameAs(bytes);
        assertThat(new String(value.toBytes(), StandardCharsets.UTF_8)).isEqualTo("zoë");
        assertThat(hex(value.setBytes(new LogicalType.Binary(), new byte[] {0, -1, 7}, 0, 3)))
                .isEqualTo("00ff07");
        assertThat(ascii(set(TEXT, "1.00"))).isEqualTo("1.00");
    }

    @Test
    void null_is_not_the_empty_value() {
        assertThat(set(TEXT, "").isNull()).isFalse();
        assertThat(value.length()).isZero();
        assertThat(value.setNull().isNull()).isTrue();
        assertThat(value.length()).isEqualTo(-1);
        assertThat(value.toBytes()).isEmpty();
    }

    @Test
    void a_kind_that_is_no_long_is_refused() {
        assertThatThrownBy(() -> value.setLong(TypeKind.TEXT, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> value.setLong(TypeKind.FLOAT, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private String decimal(String text) {
        return ascii(set(DECIMAL, text));
    }

    private CanonicalValue set(LogicalType type, String text) {
        byte[] padded = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
        return value.setBytes(type, padded, 1, padded.length - 2);
    }

    private static String ascii(CanonicalValue value) {
        return new String(value.toBytes(), StandardCharsets.UTF_8);
    }

    private static String hex(CanonicalValue value) {
        return HexFormat.of().formatHex(value.toBytes());
    }
}
