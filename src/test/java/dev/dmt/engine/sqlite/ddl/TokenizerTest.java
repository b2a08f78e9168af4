package dev.dmt.engine.sqlite.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    @Test
    void quotes_of_all_kinds_lose_their_quotes() {
        assertThat(values("'it''s' \"a\"\"b\" `c``d` [e\"f] x'0aFF'"))
                .containsExactly("STRING it's", "DOUBLE_QUOTED a\"b", "NAME c`d", "NAME e\"f", "BLOB 0aFF", "END ");
    }

    @Test
    void numbers_of_all_kinds_are_one_token_each() {
        assertThat(values("1 1.5 .5 5. 1e3 1E-3 0xFF 1_000 1.5e+2"))
                .containsExactly(
                        "NUMBER 1",
                        "NUMBER 1.5",
                        "NUMBER .5",
                        "NUMBER 5.",
                        "NUMBER 1e3",
                        "NUMBER 1E-3",
                        "NUMBER 0xFF",
                        "NUMBER 1_000",
                        "NUMBER 1.5e+2",
                        "END ");
    }

    @Test
    void comments_are_blanks_even_when_they_never_end() {
        assertThat(values("a -- x ) '\n b /* \" */ c /* d")).containsExactly("WORD a", "WORD b", "WORD c", "END ");
    }

    @Test
    void operators_take_as_many_signs_as_they_can() {
        assertThat(values("a||b!=c<>d->>e->f<<g==h"))
                .filteredOn(t -> t.startsWith("OPERATOR"))
                .containsExactly(
                        "OPERATOR ||",
                        "OPERATOR !=",
                        "OPERATOR <>",
                        "OPERATOR ->>",
                        "OPERATOR ->",
                        "OPERATOR <<",
                        "OPERATOR ==");
    }

    @Test
    void letters_beyond_ascii_and_dollars_belong_to_words() {
        assertThat(values("größe a$b 名前")).containsExactly("WORD größe", "WORD a$b", "WORD 名前", "END ");
    }

    @Test
    void what_is_no_token_is_illegal_and_ends_nothing() {
        assertThat(values("a ? 12ab x'0' 'open"))
                .containsExactly("WORD a", "ILLEGAL ?", "ILLEGAL 12ab", "ILLEGAL x'0'", "ILLEGAL 'open", "END ");
    }

    @Test
    void number_literals_have_a_plain_form() {
        assertThat(List.of("0xFF", "0xFFFFFFFFFFFFFFFF", "1_000", ".5", "5.", "5.e3", "007", "9223372036854775808"))
                .extracting(NumberText::plain)
                .containsExactly("255", "-1", "1000", "0.5", "5.0", "5.0e3", "7", "9.223372036854776E18");
    }

    private static List<String> values(String sql) {
        return Tokenizer.tokenize(sql).stream()
                .map(t -> t.kind() + " " + t.value())
                .toList();
    }
}
