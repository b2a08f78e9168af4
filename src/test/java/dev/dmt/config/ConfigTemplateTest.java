package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTemplateTest {
    @TempDir
    Path folder;

    @Test
    void the_sample_loads_and_means_the_smallest_config() {
        DmtConfig sample = loading().load(ConfigTemplate.text());

        assertThat(sample).usingRecursiveComparison().isEqualTo(loading().load(Loading.ENDS));
        assertThat(sample.target().password().reveal()).isEqualTo("pw");
    }

    @Test
    void every_key_is_there_with_its_description() {
        String text = ConfigTemplate.text();

        assertThat(ConfigKeys.ALL)
                .allSatisfy(key -> assertThat(text)
                        .containsPattern("(?m)^ *(# )?" + key.leaf() + ": \\S")
                        .contains(key.notes().description().replace("`", "").split(" ", 6)[0]));
    }

    @Test
    void every_key_loads_when_its_mark_is_taken_away() {
        String woken = ConfigTemplate.text()
                .lines()
                .map(line -> line.replaceFirst("^( *)# ([a-z_]+: \\S.*)$", "$1$2"))
                .filter(line -> !line.startsWith("  path: ./app.db") || !line.isEmpty())
                .collect(Collectors.joining("\n"));
        String withoutEmbedded = woken.replaceFirst("(?s)(target:.*?)  path: [^\n]*\n", "$1");

        DmtConfig config = loading().variable("SOURCE_PASSWORD", "x").load(withoutEmbedded);

        assertThat(config.migration().largeTableRows()).isEqualTo(5_000_000);
        assertThat(config.migration().types()).isEqualTo(Map.of("orders.total", "decimal(12,2)"));
        assertThat(config.target().sslMode()).contains("require");
    }

    @Test
    void what_is_known_stands_in_the_template_and_its_password_does_not() {
        Map<String, String> known = new HashMap<>(ConfigUrls.source("my data.db"));
        known.putAll(ConfigUrls.target("postgres://me:hunter2@h:99/d?sslmode=require&options=x"));
        known.put("migration.workers", "3");

        String text = ConfigTemplate.text(known);
        DmtConfig config = loading().load(text);

        assertThat(text).doesNotContain("hunter2");
        assertThat(config.source().path()).contains(folder.resolve("my data.db").toString());
        assertThat(config.target().describe()).isEqualTo("postgres://me@h:99/d");
        assertThat(config.target().password().reveal()).isEqualTo("pw");
        assertThat(config.target().properties()).isEqualTo(Map.of("options", "x"));
        assertThat(config.migration().workers()).isEqualTo(3);
    }

    @Test
    void references_that_are_known_are_kept() {
        Map<String, String> known = ConfigUrls.target("postgres://${env:PGUSER}:${file:pw.txt}@h/d");

        assertThat(ConfigTemplate.text(known))
                .contains("  user: \"${env:PGUSER}\"\n")
                .contains("  password: \"${file:pw.txt}\"\n");
    }

    @Test
    void an_embedded_target_loads_too() {
        DmtConfig config = loading().load(ConfigTemplate.text(ConfigUrls.target("embedded:./pg")));

        assertThat(config.target().path()).contains(folder.resolve("pg").toString());
    }

    private Loading loading() {
        return new Loading(folder).variable("PGPASSWORD", "pw");
    }
}
