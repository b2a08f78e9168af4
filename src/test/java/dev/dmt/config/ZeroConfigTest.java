package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    void another_list_of_tables_is_refused() {
        assertThat(new Loading(folder).refusal(Loading.ENDS + "zero:\n  tables:\n    exclud: [ab]\n"))
                .contains("zero.tables.exclud", "did you mean exclude?", "dmt.yaml:5:5");
    }
}
