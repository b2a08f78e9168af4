package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.ZeroNaming;
import dev.dmt.config.ZeroVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schema files, word for word. {@code -Dgolden.write=true} writes them anew: read the difference, and compile them. */
class SchemaFileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/zero");

    @Test
    void an_ordinary_database() throws IOException {
        holds("shop.ts", text(ExampleSelections.shop(), ZeroNaming.CAMEL_CASE, "the PostgreSQL database shop"));
    }

    @Test
    void an_ordinary_database_in_its_own_names() throws IOException {
        holds(
                "shop-database-names.ts",
                text(ExampleSelections.shop(), ZeroNaming.DATABASE, "the PostgreSQL database shop"));
    }

    @Test
    void a_nasty_database() throws IOException {
        holds(
                "nasty.ts",
                text(
                        ExampleSelections.nasty(),
                        ZeroNaming.CAMEL_CASE,
                        "what nobody should do */ \u2028 to a database"));
    }

    @Test
    void a_nasty_database_in_its_own_names() throws IOException {
        holds("nasty-database-names.ts", text(ExampleSelections.nasty(), ZeroNaming.DATABASE, "a nasty database"));
    }

    @Test
    void an_empty_database() throws IOException {
        holds("empty.ts", text(new Selection(List.of(), List.of()), ZeroNaming.CAMEL_CASE, "an empty database"));
    }

    @Test
    void the_same_model_gives_the_same_bytes_without_any_carriage_return() {
        String text = text(ExampleSelections.nasty(), ZeroNaming.CAMEL_CASE, "a\r\ndatabase");

        assertThat(text)
                .isEqualTo(text(ExampleSelections.nasty(), ZeroNaming.CAMEL_CASE, "a\r\ndatabase"))
                .doesNotContain("\r")
                .endsWith("}\n");
    }

    @Test
    void no_left_out_column_becomes_an_order_to_the_compiler() {
        Selection selection = new Selection(
                List.of(SelectedTableFixture.withId("t").selected()),
                List.of(new ZeroFinding(
                        ZeroFinding.Kind.COLUMN_LEFT_OUT, "public.t", "@ts-expect-error", "Zero fails over it", "")));

        assertThat(text(selection, ZeroNaming.CAMEL_CASE, "a database"))
                .contains("    // left out: @ts-expect-error (Zero fails over it)\n");
    }

    private static String text(Selection selection, ZeroNaming naming, String origin) {
        return SchemaFile.text(ZeroModeler.model(selection, naming), ZeroVersion.V1_9, origin);
    }

    private static void holds(String file, String text) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
