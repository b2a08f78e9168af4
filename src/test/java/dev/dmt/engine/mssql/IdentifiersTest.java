package dev.dmt.engine.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.TableName;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    @Test
    void quotes_whatever_a_name_holds() {
        assertThat(Identifiers.quote("a]b.[c\"'")).isEqualTo("[a]]b.[c\"']");
        assertThat(Identifiers.quote(new TableName("s", "t"))).isEqualTo("[s].[t]");
        assertThat(Identifiers.literal("it's ü")).isEqualTo("N'it''s ü'");
        assertThat(Identifiers.objectId(new TableName("d]bo", "it's")))
                .isEqualTo("OBJECT_ID(N'[d]]bo].[it''s]', N'U')");
    }

    @Test
    void shortens_what_is_too_long_so_that_names_stay_apart() {
        String first = Identifiers.accepted("x".repeat(200) + "1").orElseThrow();
        String second = Identifiers.accepted("x".repeat(200) + "2").orElseThrow();

        assertThat(first).hasSize(128).isNotEqualTo(second);
        assertThat(Identifiers.accepted("x".repeat(128))).contains("x".repeat(128));
    }

    @Test
    void never_cuts_a_character_in_two() {
        String name = Identifiers.accepted("x".repeat(118) + "😀".repeat(20)).orElseThrow();

        assertThat(name.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    @Test
    void keeps_what_has_a_meaning_of_its_own_from_being_a_name() {
        assertThat(Identifiers.accepted("dmt_ledger")).contains("dmt_ledger_");
        assertThat(Identifiers.accepted("#temp")).contains("_temp");
        assertThat(Identifiers.accepted("")).isEmpty();
        assertThat(Identifiers.accepted("a\0b")).isEmpty();
    }
}
