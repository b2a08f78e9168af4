package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OracleIdentifiersTest {
    @Test
    void a_name_keeps_its_case_and_all_that_Oracle_takes() {
        assertThat(OracleIdentifiers.accepted("Größe 'x'")).contains("Größe 'x'");
        assertThat(OracleIdentifiers.accepted("select")).contains("select");
    }

    @Test
    void what_no_name_may_hold_is_replaced_or_refused() {
        assertThat(OracleIdentifiers.accepted("a\"b")).contains("a_b");
        assertThat(OracleIdentifiers.accepted("")).isEmpty();
        assertThat(OracleIdentifiers.accepted("a\0b")).isEmpty();
        assertThat(OracleIdentifiers.accepted("ROWID")).contains("ROWID_");
        assertThat(OracleIdentifiers.accepted("DMT_LEDGER")).contains("DMT_LEDGER_");
    }

    @Test
    void a_long_name_is_cut_at_a_whole_character_and_stays_its_own() {
        String first = OracleIdentifiers.accepted("ü😀".repeat(40) + "1").orElseThrow();
        String second = OracleIdentifiers.accepted("ü😀".repeat(40) + "2").orElseThrow();

        assertThat(first.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(128);
        assertThat(first).isNotEqualTo(second).startsWith("ü😀ü");
        assertThat(OracleIdentifiers.accepted("x".repeat(128))).contains("x".repeat(128));
        assertThat(OracleIdentifiers.accepted("x".repeat(129)).orElseThrow()).hasSize(128);
    }

    @Test
    void a_schema_is_read_as_in_a_statement() {
        assertThat(OracleIdentifiers.folded("app")).isEqualTo("APP");
        assertThat(OracleIdentifiers.folded("\"app\"")).isEqualTo("app");
    }
}
