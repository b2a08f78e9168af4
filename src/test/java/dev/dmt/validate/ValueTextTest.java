package dev.dmt.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.TypeKind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ValueTextTest {
    @Test
    void numbers_and_times_read_as_a_person_writes_them() {
        assertThat(ValueText.ofNumber(TypeKind.BOOLEAN, 1)).isEqualTo("true");
        assertThat(ValueText.ofNumber(TypeKind.INTEGER, -7)).isEqualTo("-7");
        assertThat(ValueText.ofNumber(TypeKind.DATE, 19_700)).isEqualTo("2023-12-09");
        assertThat(ValueText.ofNumber(TypeKind.DATE, Long.MAX_VALUE)).isEqualTo("infinity");
        assertThat(ValueText.ofNumber(TypeKind.TIME, 3_723_000_001L)).isEqualTo("01:02:03.000001");
        assertThat(ValueText.ofNumber(TypeKind.TIME, 86_400_000_000L)).isEqualTo("86400000000 µs");
        assertThat(ValueText.ofNumber(TypeKind.TIMESTAMP, -1)).isEqualTo("1969-12-31T23:59:59.999999");
        assertThat(ValueText.ofNumber(TypeKind.TIMESTAMP, Long.MIN_VALUE)).isEqualTo("-infinity");
        assertThat(ValueText.ofNumber(TypeKind.TIMESTAMP, Long.MIN_VALUE + 1)).startsWith("-");
    }

    @Test
    void bytes_are_short_and_on_one_line() {
        byte[] text = "a\tb".getBytes(StandardCharsets.UTF_8);
        assertThat(ValueText.ofForm(TypeKind.TEXT, text, true)).isEqualTo("'a\\u0009b'");
        byte[] smiles = "😀".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertThat(ValueText.ofForm(TypeKind.TEXT, smiles, true))
                .endsWith("😀…")
                .hasSizeLessThan(90);
        assertThat(ValueText.ofForm(TypeKind.BINARY, new byte[] {0, -1}, true)).isEqualTo("\\x00ff");
        byte[] uuid = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
        assertThat(ValueText.ofForm(TypeKind.UUID, uuid, true)).isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    }
}
