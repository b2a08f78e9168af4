package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFingerprintTest {
    private static final String SERVER =
            "source: {path: app.db}\ntarget: {database: app, user: app, password: hunter2}\n";

    @TempDir
    Path folder;

    @Test
    void it_holds_what_decides_the_result_and_nothing_else() {
        assertThat(fingerprint())
                .containsExactly(
                        Map.entry("source.type", "sqlite"),
                        Map.entry("source.path", folder.resolve("app.db").toString()),
                        Map.entry("source.snapshot", "auto"),
                        Map.entry("target.type", "postgres"),
                        Map.entry("target.host", "localhost"),
                        Map.entry("target.port", "5432"),
                        Map.entry("target.database", "app"),
                        Map.entry("target.schema", "public"),
                        Map.entry("migration.target_mode", "drop_recreate"),
                        Map.entry("migration.include_tables", "[\"*\"]"),
                        Map.entry("migration.on_bad_row", "fail"),
                        Map.entry("migration.on_misfit", "fail"),
                        Map.entry("migration.on_bad_text", "fail"),
                        Map.entry("migration.zero_dates", "fail"),
                        Map.entry("migration.empty_text", "fail"),
                        Map.entry("migration.create_indexes", "true"),
                        Map.entry("migration.create_fks", "true"),
                        Map.entry("migration.create_checks", "true"),
                        Map.entry("zero.enabled", "false"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migration.workers     | 7",
                "migration.shard_rows  | 7",
                "migration.shard_bytes | 7",
                "migration.large_table_rows | 7",
                "migration.max_units   | 7",
                "migration.max_rejects | 7",
                "staging.path          | elsewhere",
                "staging.compression   | gzip",
                "checkpoint.path       | elsewhere",
                "validation.checksum   | true",
                "logging.level         | debug",
                "zero.naming           | database",
                "zero.output           | elsewhere",
                "lease                 | 10s",
                "target.user           | somebody",
                "target.password       | another",
                "target.ssl_mode       | require",
                "target.properties     | a=b",
            })
    void tuning_users_and_secrets_may_change(String key, String value) {
        assertThat(ConfigFingerprint.diff(fingerprint(), fingerprint(key, value)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migration.target_mode    | upsert     | migration.target_mode: drop_recreate -> upsert",
                "migration.exclude_tables | a,b        | migration.exclude_tables: (not set) -> [\"a\", \"b\"]",
                "migration.rename_tables  | a=b        | migration.rename_tables: (not set) -> {\"a\": \"b\"}",
                "migration.types          | a.b=text   | migration.types: (not set) -> {\"a.b\": \"text\"}",
                "migration.create_fks     | false      | migration.create_fks: true -> false",
                "migration.on_bad_row     | quarantine | migration.on_bad_row: fail -> quarantine",
                "target.schema            | sales      | target.schema: public -> sales",
                "target.host              | db2        | target.host: localhost -> db2",
            })
    void a_change_of_the_result_is_named_with_both_values(String key, String value, String change) {
        assertThat(ConfigFingerprint.diff(fingerprint(), fingerprint(key, value)))
                .extracting(ConfigChange::toString)
                .containsExactly(change);
    }

    @Test
    void a_map_in_another_order_is_the_same() {
        assertThat(fingerprint("migration.rename_tables", "a=b,c=d,e=f"))
                .isEqualTo(fingerprint("migration.rename_tables", "e=f,c=d,a=b"));
    }

    private Map<String, String> fingerprint() {
        return ConfigFingerprint.of(new Loading(folder).load(SERVER));
    }

    private Map<String, String> fingerprint(String key, String value) {
        return ConfigFingerprint.of(new Loading(folder).flag(key, value).load(SERVER));
    }
}
