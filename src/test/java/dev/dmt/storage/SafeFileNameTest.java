package dev.dmt.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeFileNameTest {
    @ParameterizedTest
    @CsvSource({
        "orders.p03,orders.p03",
        "Orders,+orders",
        "ORDERS,+o+r+d+e+r+s",
        "Order Details,+order%20+details",
        "a/b,a%2fb",
        "..,%2e%2e",
        "con,%63on",
        "NUL,+n+u+l",
        "ñ,%c3%b1",
        "50%,50%25"
    })
    void a_name_becomes_a_file_name_and_comes_back(String name, String fileName) {
        assertThat(SafeFileName.encode(name)).isEqualTo(fileName);
        assertThat(SafeFileName.decode(fileName)).contains(name);
    }

    @Test
    void no_two_names_meet_even_where_case_is_ignored() {
        Random random = new Random(5);
        int[] letters = "aAbB.%+~_- /\\:*?\"<>|ñÑ漢😀0\n".codePoints().toArray();
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = 1 + random.nextInt(6); length > 0; length--) {
                name.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            String fileName = SafeFileName.encode(name.toString());
            assertThat(SafeFileName.decode(fileName)).contains(name.toString());
            String former = names.putIfAbsent(fileName.toLowerCase(Locale.ROOT), name.toString());
            assertThat(former == null || former.equals(name.toString())).isTrue();
        }
    }

    @Test
    void long_names_are_short_and_distinct() {
        String first = SafeFileName.encode("漢".repeat(500));
        String second = SafeFileName.encode("漢".repeat(501));
        assertThat(first.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200);
        assertThat(first).isNotEqualTo(second);
        assertThat(SafeFileName.decode(first)).isEmpty();
    }

    @Test
    void an_empty_name_has_no_file() {
        assertThatThrownBy(() -> SafeFileName.encode("")).isInstanceOf(IllegalArgumentException.class);
    }
}
