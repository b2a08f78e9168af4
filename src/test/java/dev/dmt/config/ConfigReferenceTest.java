package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReferenceTest {
    private static final Path PAGE = Path.of("docs", "configuration.md");

    @TempDir
    Path folder;

    @Test
    void the_page_says_what_the_code_knows() throws Exception {
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, ConfigReference.markdown());
        }
        assertThat(PAGE)
                .as("refresh it with: ./mvnw -Pfast test -Dtest=ConfigReferenceTest -Ddocs.write=true")
                .hasContent(ConfigReference.markdown());
    }

    @Test
    void the_smallest_config_of_the_page_loads() {
        String page = ConfigReference.markdown();
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n", page.indexOf("```yaml\n")));

        assertThat(new Loading(folder)
                        .variable("PGPASSWORD", "x")
                        .load(yaml)
                        .target()
                        .user())
                .isEqualTo("app");
    }

    @Test
    void every_key_and_default_is_named() {
        String page = ConfigReference.markdown();

        assertThat(ConfigKeys.ALL).allSatisfy(key -> {
            assertThat(page).contains("| `" + key.leaf() + "` |");
            assertThat(key.fallback().isPresent() || !key.notes().defaultWords().isEmpty())
                    .as(key.name())
                    .isTrue();
        });
        assertThat(ConfigKeys.ALL).extracting(ConfigKey::name).doesNotHaveDuplicates();
        assertThat(ConfigKeys.ALL).extracting(ConfigKey::variable).doesNotHaveDuplicates();
    }
}
