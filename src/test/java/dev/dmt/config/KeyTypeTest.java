package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.yaml.Position;
import dev.dmt.config.yaml.YamlNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTypeTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1B, 1",
        "64MB, 64000000",
        "64 mb, 64000000",
        "256 KiB, 262144",
        "1kB, 1000",
        "1.5 GiB, 1610612736",
        "2TiB, 2199023255552",
        "3TB, 3000000000000",
    })
    void sizes_have_units(String text, long bytes) {
        assertThat(read(new SizeType(), text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "64M", "MB", "1.5", "0.1kiB", "9999999TB", "1e3", "1,000"})
    void what_is_no_size_is_refused(String text) {
        assertThat(read(new SizeType(), text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60s, 60000", "5m, 300000", "500 ms, 500", "2h, 7200000", "1d, 86400000"})
    void times_have_units(String text, long millis) {
        assertThat(read(new DurationType(Duration.ZERO), text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "1.5s", "-5s", "5 minutes", "PT5M", "99999999999s"})
    void what_is_no_time_is_refused(String text) {
        assertThat(read(new DurationType(Duration.ZERO), text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"64000000, 64MB", "1048576, 1MiB", "1000, 1kB", "1025, 1025", "1099511627776, 1TiB"})
    void sizes_are_written_as_they_would_be_said(long bytes, String text) {
        assertThat(new SizeType().yaml(bytes)).isEqualTo(text);
        assertThat(read(new SizeType(), text)).contains(bytes);
    }

    @ParameterizedTest
    @CsvSource({"60000, 1m", "90000, 90s", "1500, 1500ms", "86400000, 1d"})
    void times_are_written_as_they_would_be_said(long millis, String text) {
        assertThat(new DurationType(Duration.ZERO).yaml(Duration.ofMillis(millis)))
                .isEqualTo(text);
    }

    @Test
    void names_with_few_differences_are_near() {
        assertThat(NearestName.edits("wrokers", "workers")).isEqualTo(1);
        assertThat(NearestName.edits("", "abc")).isEqualTo(3);
        assertThat(UnknownKey.meant("migration.include_table")).contains("migration.include_tables");
        assertThat(UnknownKey.meant("migration.zzz")).isEmpty();
        assertThat(UnknownKey.meant("migratoin.workers")).contains("migration.workers");
    }

    @Test
    void a_node_never_shows_its_text() {
        assertThat(YamlNode.Scalar.loose("hunter2").toString()).doesNotContain("hunter2");
    }

    @Test
    void a_publication_has_a_name_that_zero_takes() {
        assertThat(read(new PublicationType(), "_dmt")).isEmpty();
        assertThat(read(new PublicationType(), "My pub")).isEmpty();
        assertThat(read(new PublicationType(), "x".repeat(64))).isEmpty();
        assertThat(read(new PublicationType(), "MyPub")).isEmpty();
        assertThat(read(new PublicationType(), "my_pub2")).contains("my_pub2");
    }

    private static <T> Optional<T> read(KeyType<T> type, String text) {
        Origin origin = new Origin("test", Position.NOWHERE, Path.of(""));
        return type.read(YamlNode.Scalar.loose(text), new Reading("key", origin, new ConfigProblems()));
    }
}
