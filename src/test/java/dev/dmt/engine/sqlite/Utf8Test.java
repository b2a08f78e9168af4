package dev.dmt.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "12345678",
                "123456789",
                "héllo wörld",
                "日本語テキスト",
                "a😀b😀c😀d",
                "\u0080\u07ff\u0800\uffff"
            })
    void good_text_is_counted_in_characters(String text) {
        assertThat(Utf8.scan(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text.codePointCount(0, text.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c080",
                "c3",
                "e28a",
                "eda080",
                "f8888080",
                "f4908080",
                "e0808f",
                "f0808080",
                "4142434445464748ff"
            })
    void broken_text_is_seen(String hex) {
        assertThat(Utf8.scan(HexFormat.of().parseHex(hex)) & Utf8.BROKEN).isNotZero();
    }

    @Test
    void it_agrees_with_the_platforms_decoder() {
        Random random = new Random(3);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(6)];
            random.nextBytes(bytes);
            for (int j = 0; j < bytes.length; j++) {
                if (random.nextBoolean()) {
                    bytes[j] = (byte) (0xc0 | (bytes[j] & 0x3f));
                    if (j + 1 < bytes.length) {
                        bytes[j + 1] = (byte) (0x80 | (bytes[j + 1] & 0x3f));
                    }
                }
            }
            assertThat((Utf8.scan(bytes) & Utf8.BROKEN) == 0).isEqualTo(decodes(bytes));
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Test
    void nul_is_seen_wherever_it_stands() {
        for (int at = 0; at < 20; at++) {
            byte[] bytes = "abcdefghijklmnopqrst".getBytes(StandardCharsets.UTF_8);
            bytes[at] = 0;
            assertThat(Utf8.scan(bytes) & Utf8.NUL).isNotZero();
            assertThat(Utf8.scan(bytes) & ~Utf8.NUL).isEqualTo(20);
        }
    }

    @Test
    void broken_keys_survive_as_text() {
        for (String hex : new String[] {"ff", "41ff42", "c3a9", "f09f9880ff00", "eda080"}) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            String text = KeyText.decode(bytes);
            assertThat(KeyText.encode(text)).isEqualTo(bytes);
            assertThat(KeyText.escaped(text)).isEqualTo(!decodes(bytes));
        }
    }

    @Test
    void repair_strips_or_replaces_what_is_bad() {
        byte[] bad = HexFormat.of().parseHex("4100ff42c3a9");
        assertThat(new String(Utf8.repaired(bad, false), StandardCharsets.UTF_8))
                .isEqualTo("ABé");
        assertThat(new String(Utf8.repaired(bad, true), StandardCharsets.UTF_8)).isEqualTo("A\ufffd\ufffdBé");
    }
}
