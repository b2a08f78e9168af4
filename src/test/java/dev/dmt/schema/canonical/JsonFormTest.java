package dev.dmt.schema.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.LogicalType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {
    private static final LogicalType JSONB = LogicalType.parse("jsonb");
    private static final LogicalType JSON = LogicalType.parse("json");

    private final CanonicalValue value = new CanonicalValue();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ \"b\" : 1, \"a\" : 2 } | {\"a\":2,\"b\":1}",
                "{\"a\":1,\"a\":2} | {\"a\":2}",
                "{\"a\":{\"x\":1},\"a\":{\"y\":[ ]}} | {\"a\":{\"y\":[]}}",
                "[1.0, 1.00, 1e0, 10E-1, -0, 0.0] | [1,1,1,1,0,0]",
                "[1.50,1e2,123456789012345678901234567890.10] | [1.5,100,123456789012345678901234567890.1]",
                "\"a\\u0062c\" | \"abc\"",
                "\"\\/ \\\" \\\\ \\u00e9\" | \"/ \\\" \\\\ é\"",
                "\"\\ud83d\\ude00\" | \"😀\"",
                "\"\\ud83d\" | \"\\ud83d\"",
                "  true  | true",
                "null | null",
                "{} | {}",
                "[[],[null,false]] | [[],[null,false]]",
            })
    void one_document_has_one_form(String document, String form) {
        assertThat(form(JSONB, document)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\":1}x", "nul", "01", "'a'", "{\"a\" 1}", "NaN"})
    void what_is_no_document_keeps_its_bytes(String text) {
        assertThat(form(JSONB, text)).isEqualTo(text);
    }

    @Test
    void the_number_and_the_string_of_its_digits_differ() {
        assertThat(form(JSONB, "[1]")).isNotEqualTo(form(JSONB, "[\"1\"]"));
        assertThat(form(JSONB, "{\"a\":null}")).isNotEqualTo(form(JSONB, "{}"));
        assertThat(form(JSONB, "[\"a,b\"]")).isNotEqualTo(form(JSONB, "[\"a\",\"b\"]"));
        assertThat(form(JSONB, "[\"a\\\",\\\"b\"]")).isNotEqualTo(form(JSONB, "[\"a\",\"b\"]"));
    }

    @Test
    void json_that_is_not_binary_keeps_its_text() {
        assertThat(form(JSON, "{ \"b\":1, \"a\":1.0 }")).isEqualTo("{ \"b\":1, \"a\":1.0 }");
    }

    @Test
    void deep_and_long_documents_are_no_trouble() {
        String deep = "[".repeat(1_900) + " 1.0 " + "]".repeat(1_900);
        assertThat(form(JSONB, deep)).isEqualTo("[".repeat(1_900) + "1" + "]".repeat(1_900));
        String digits = "1".repeat(100_000);
        assertThat(form(JSONB, digits + ".000")).isEqualTo(digits);
        String text = "\"" + "é".repeat(200_000) + "\"";
        assertThat(form(JSONB, " " + text)).isEqualTo(text);
        String tooDeep = "[ ".repeat(200_000) + "]".repeat(200_000);
        assertThat(form(JSONB, tooDeep)).isEqualTo(tooDeep);
    }

    private String form(LogicalType type, String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return new String(value.setBytes(type, bytes, 0, bytes.length).toBytes(), StandardCharsets.UTF_8);
    }
}
