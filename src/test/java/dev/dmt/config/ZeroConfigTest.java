package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeroConfigTest {
    @TempDir
    Path folder;

    @Test
    void zero_is_off_unless_asked_for() {
        ZeroConfig zero = new Loading(folder).load(Loading.ENDS).zero();

        assertThat(zero.enabled()).isFalse();
        assertThat(zero.version()).isEqualTo(ZeroVersion.V1_9);
        assertThat(zero.naming()).isEqualTo(ZeroNaming.CAMEL_CASE);
        assertThat(zero.tables()).containsExactly("*");
        assertThat(zero.publication()).isEqualTo("dmt_zero");
        assertThat(zero.output()).isEqualTo(folder.resolve("zero"));
    }

    @Test
    void a_version_needs_no_quotes() {
        ZeroConfig zero = new Loading(folder)
                .load(Loading.ENDS + "zero: {enabled: true, version: 1.9, naming: database}\n")
                .zero();

        assertThat(zero.enabled()).isTrue();
        assertThat(zero.version()).isEqualTo(ZeroVersion.V1_9);
        assertThat(zero.naming()).isEqualTo(ZeroNaming.DATABASE);
    }

    @Test
    void another_version_is_refused_with_those_there_are() {
        assertThat(new Loading(folder).refusal(Loading.ENDS + "zero: {version: 1.10}\n"))
                .contains("zero.version", "one of 1.9");
    }

    @Test
    void tables_are_one_list_or_two() {
        assertThat(new Loading(folder)
                        .load(Loading.ENDS + "zero: {tables: [\"*\", \"!tmp_*\"]}\n")
                        .zero()
                        .tables())
                .containsExactly("*", "!tmp_*");
        assertThat(new Loading(folder)
                        .load(Loading.ENDS + "zero:\n  tables:\n    include: [\"a*\"]\n    exclude: [ab, ac]\n")
                        .zero()
                        .tables())
                .containsExactly("a*", "!ab", "!ac");
    }

    @Test
    void the_type_of_json_stands_on_one_line() {
        ZeroConfig zero = new Loading(folder)
                .load(Loading.ENDS + "zero: {json_types: {\"orders.payload\": \"{ total: number }\"}}\n")
                .zero();

        assertThat(zero.jsonTypes()).containsEntry("orders.payload", "{ total: number }");
        assertThat(new Loading(folder).refusal(Loading.ENDS + "zero: {json_types: {payload: string}}\n"))
                .contains("must be named table.column, as in the target");
    }

    @Test
    void work_on_the_target_alone_needs_no_source() {
        DmtConfig config = ConfigLoader.load(new ConfigRequest(
                        Optional.empty(), Map.of("target.database", "app", "target.user", "app"), Map.of(), folder)
                .withoutSource());

        assertThat(config.target().database()).isEqualTo("app");
        assertThat(config.source()).isEqualTo(DatabaseConfig.NONE);
    }

    @Test
    void a_source_that_is_named_must_still_be_right() {
        ConfigRequest request = new ConfigRequest(
                        Optional.empty(),
                        Map.of("target.database", "app", "target.user", "app", "source.type", "sqlite"),
                        Map.of(),
                        folder)
                .withoutSource();

        assertThatThrownBy(() -> ConfigLoader.load(request)).hasMessageContaining("source.path");
    }

    @Test
    void another_list_of_tables_is_refused() {
        assertThat(new Loading(folder).refusal(Loading.ENDS + "zero:\n  tables:\n    exclud: [ab]\n"))
                .contains("zero.tables.exclud", "did you mean exclude?", "dmt.yaml:5:5");
    }
}
