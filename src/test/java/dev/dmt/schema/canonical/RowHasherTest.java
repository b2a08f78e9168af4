package dev.dmt.schema.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The vectors were worked out by hand with sha256sum; a change of any of them breaks every checksum ever taken. */
class RowHasherTest {
    private static final LogicalType TEXT = LogicalType.parse("text");
    private static final LogicalType DECIMAL = LogicalType.parse("decimal");

    private final RowHasher hasher = new RowHasher();

    @Test
    void golden_a_row_without_fields() {
        hasher.begin();
        assertThat(hash()).isEqualTo("e3b0c44298fc1c14 9afbf4c8996fb924");
    }

    @Test
    void golden_null_and_empty_text() {
        hasher.begin().addNull();
        assertThat(hash()).isEqualTo("ad95131bc0b799c0 b1af477fb14fcf26");
        text(hasher.begin(), "");
        assertThat(hash()).isEqualTo("df3f619804a92fdb 4057192dc43dd748");
        hasher.begin().addNull().addNull();
        assertThat(hash()).isEqualTo("12a3ae445661ce5d ee78d0650d33362d");
    }

    @Test
    void golden_fields_have_boundaries() {
        text(text(hasher.begin(), "12"), "3");
        assertThat(hash()).isEqualTo("b21c0902c4c3a8f0 45c1e09e8b2c15b6");
        text(text(hasher.begin(), "1"), "23");
        assertThat(hash()).isEqualTo("e860a8ae9da02a3d aa27106a19d0aae2");
        hasher.begin().addLong(TypeKind.INTEGER, 12).addLong(TypeKind.INTEGER, 3);
        assertThat(hash()).isEqualTo("b21c0902c4c3a8f0 45c1e09e8b2c15b6");
    }

    @Test
    void golden_one_field_of_every_kind() {
        mixedRow("12.50", "{ \"a\" : 1.0 }");
        assertThat(hash()).isEqualTo("269ad662fcc61b48 0463f36c235c473a");
        mixedRow("0012.5", "{\"a\":2,\"a\":1}");
        assertThat(hash()).isEqualTo("269ad662fcc61b48 0463f36c235c473a");
        mixedRow("12.51", "{\"a\":1}");
        assertThat(hash()).isNotEqualTo("269ad662fcc61b48 0463f36c235c473a");
    }

    private void mixedRow(String decimal, String json) {
        hasher.begin().addLong(TypeKind.INTEGER, 5);
        bytes(DECIMAL, decimal.getBytes(StandardCharsets.UTF_8));
        hasher.addLong(TypeKind.BOOLEAN, 1).addDouble(LogicalType.parse("float(64)"), 0.1);
        text(hasher, "zoë").addNull();
        text(hasher, "").addLong(TypeKind.DATE, 19_700);
        bytes(LogicalType.parse("uuid"), "00112233-4455-6677-8899-aabbccddeeff".getBytes(StandardCharsets.UTF_8));
        bytes(LogicalType.parse("jsonb"), json.getBytes(StandardCharsets.UTF_8));
        bytes(LogicalType.parse("binary"), new byte[] {0, -1});
    }

    @Test
    void an_unfinished_row_leaves_no_trace() {
        text(hasher.begin(), "half a row");
        byte[] large = new byte[100_000];
        bytes(TEXT, large);
        text(text(hasher.begin(), "12"), "3");
        assertThat(hash()).isEqualTo("b21c0902c4c3a8f0 45c1e09e8b2c15b6");
    }

    @Test
    void fields_of_any_length_hash_as_if_written_in_one_piece() throws Exception {
        for (int length : new int[] {0, 1, 4, 8_184, 8_187, 8_188, 8_189, 8_191, 8_192, 8_193, 16_384, 100_003}) {
            byte[] field = new byte[length];
            Arrays.fill(field, (byte) 'x');
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(new byte[] {0, 0, 0, 1, 'a'});
            digest.update(
                    new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
            digest.update(field);
            digest.update(new byte[] {-1, -1, -1, -1, 0, 0, 0, 1, 'b'});
            String expected = HexFormat.of().formatHex(digest.digest(), 0, 16);

            text(hasher.begin(), "a");
            bytes(TEXT, field);
            text(hasher.addNull(), "b");
            assertThat(hash().replace(" ", "")).as("%s bytes", length).isEqualTo(expected);
        }
    }

    private RowHasher text(RowHasher into, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return into.addBytes(TEXT, bytes, 0, bytes.length);
    }

    private void bytes(LogicalType type, byte[] bytes) {
        hasher.addBytes(type, bytes, 0, bytes.length);
    }

    private String hash() {
        hasher.finish();
        return HexFormat.of().toHexDigits(hasher.first()) + " " + HexFormat.of().toHexDigits(hasher.second());
    }
}
