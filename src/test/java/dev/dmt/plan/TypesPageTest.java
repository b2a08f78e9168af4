package dev.dmt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.EngineName;
import dev.dmt.engine.Engine;
import dev.dmt.engine.Engines;
import dev.dmt.schema.LogicalType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypesPageTest {
    private static final Path PAGE = Path.of("docs", "types.md");

    @Test
    void the_page_says_what_the_code_does() throws Exception {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, TypesPage.markdown());
        }
        assertThat(PAGE)
                .as("refresh it with: ./mvnw -Pfast test -Dtest=TypesPageTest -Ddocs.write=true")
                .hasContent(TypesPage.markdown());
    }

    @ParameterizedTest
    @EnumSource(EngineName.class)
    void what_an_engine_documents_it_reads(EngineName name) {
        Engine engine = Engines.of(name);
        assertThat(engine.documentedTypes()).doesNotHaveDuplicates();
        assertThat(engine.declaredTypes().isPresent())
                .isEqualTo(!engine.documentedTypes().isEmpty());
        engine.documentedTypes()
                .forEach(spelled -> assertThat(TypesPage.meaningOf(name, spelled))
                        .as(spelled)
                        .satisfies(type ->
                                assertThat(LogicalType.parse(type.toString())).isEqualTo(type)));
    }
}
