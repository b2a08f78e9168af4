package dev.dmt.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    @Test
    void every_value_knows_its_place() throws Exception {
        YamlNode.Fields root = (YamlNode.Fields) YamlReader.read("a:\n  b: [1, 'x']\n");
        YamlField a = root.fields().get(0);
        YamlField b = ((YamlNode.Fields) a.value()).fields().get(0);
        YamlNode.Items items = (YamlNode.Items) b.value();

        assertThat(List.of(a.position(), b.position(), items.position()))
                .containsExactly(new Position(1, 1), new Position(2, 3), new Position(2, 6));
        assertThat(items.nodes())
                .extracting(YamlNode::position)
                .containsExactly(new Position(2, 7), new Position(2, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "5, WHOLE",
        "-5, WHOLE",
        "5_000, WHOLE",
        "'\"5\"', TEXT",
        "05, TEXT",
        "0x5, TEXT",
        "1.5, REAL",
        "1e3, REAL",
        "true, FLAG",
        "True, TEXT",
        "yes, TEXT",
        "off, TEXT",
        "'\"true\"', TEXT",
        "null, EMPTY",
        "~, EMPTY",
        "1:30, TEXT",
        "2026-01-01, TEXT",
        "!!str 5, TEXT",
        "${env:X}, TEXT",
    })
    void scalars_are_what_they_look_like(String text, ScalarKind kind) throws Exception {
        YamlNode.Fields root = (YamlNode.Fields) YamlReader.read("a: " + text);

        assertThat(((YamlNode.Scalar) root.fields().get(0).value()).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n", "\uFEFF"})
    void nothing_is_an_empty_config(String text) throws Exception {
        YamlNode root = YamlReader.read(text);

        assertThat(root.empty() || ((YamlNode.Fields) root).fields().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 'x          | 1 | 4 | what is opened here (a quote, bracket or brace) is never closed",
                "a: [1, 2       | 1 | 4 | what is opened here",
                "a: b: c        | 1 | 5 | a colon with a space starts a value where none can stand",
                "a: @x          | 1 | 4 | a value cannot start with this character",
                "a: 1~bc~d: 1   | 3 | 1 | a key without a colon",
                "a: {b: ${c}}   | 1 | 9 | a comma or the closing bracket is missing",
                "a: \"\\q\"     | 1 | 6 | a backslash in double quotes starts an escape that does not exist",
                "a: \"x\" y     | 1 | 8 | this cannot be read as YAML",
                "a:~%b: 1       | 2 | 1 | a tab stands where YAML wants spaces",
                "a: *b          | 1 | 4 | aliases (*name) are not supported",
                "a: !b c        | 1 | 4 | tags (!name) are not supported",
                "a: 1~---~b: 2  | 3 | 1 | a second document starts here",
            })
    void a_broken_document_is_explained_where_it_breaks(String text, int line, int column, String said) {
        String document = text.replace('~', '\n').replace('%', '\t');
        YamlSyntaxException broken = catchThrowableOfType(YamlSyntaxException.class, () -> YamlReader.read(document));

        assertThat(broken).hasMessageStartingWith(said);
        assertThat(broken.position()).isEqualTo(new Position(line, column));
    }

    @Test
    void a_control_character_is_located() {
        YamlSyntaxException broken =
                catchThrowableOfType(YamlSyntaxException.class, () -> YamlReader.read("a: 1\nbc: \u0001"));

        assertThat(broken.position()).isEqualTo(new Position(2, 5));
    }

    @Test
    void written_texts_are_read_back_whatever_is_in_them() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            String text = random.ints(random.nextInt(9) + 1, 1, 0x11000)
                    .map(c -> c % 3 == 0 ? c % 128 : c)
                    .filter(c -> c > 0xffff || !Character.isSurrogate((char) c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            YamlNode.Fields root = (YamlNode.Fields)
                    YamlReader.read("a: " + YamlText.scalar(text) + "\nb: " + YamlText.list(List.of(text)) + "\n");

            YamlNode.Scalar scalar = (YamlNode.Scalar) root.fields().get(0).value();
            assertThat(scalar.kind()).isEqualTo(ScalarKind.TEXT);
            assertThat(scalar.text()).isEqualTo(text);
            assertThat(((YamlNode.Items) root.fields().get(1).value()).nodes())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            YamlNode.Scalar.class,
                            item -> assertThat(item.text()).isEqualTo(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "null", "true", "1.5", "...", "007", "1e3", "", " a", "a: b", "#", "-"})
    void texts_that_mean_something_to_yaml_are_quoted(String text) {
        assertThat(YamlText.scalar(text)).startsWith("\"");
    }
}
