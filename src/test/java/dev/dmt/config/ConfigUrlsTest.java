package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigUrlsTest {
    @ParameterizedTest
    @ValueSource(strings = {"app.db", "sqlite:app.db", "jdbc:sqlite:app.db", " app.db "})
    void a_source_is_a_sqlite_file(String text) {
        assertThat(ConfigUrls.source(text)).isEqualTo(Map.of("source.type", "sqlite", "source.path", "app.db"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\data\\app.db", "/data/my%20app.db", "dir/a b.db"})
    void a_files_name_is_taken_as_it_is(String text) {
        assertThat(ConfigUrls.source(text)).containsEntry("source.path", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgresql", "jdbc:postgresql"})
    void a_servers_url_says_everything(String scheme) {
        assertThat(ConfigUrls.target(
                        scheme + "://us%65r:p%40%3A%2f%25w@db.example:6432/my%20db?schema=x&sslmode=require"
                                + "&socketTimeout=5&connect%5Ftimeout=a+b"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("target.type", "postgres"),
                        Map.entry("target.path", ""),
                        Map.entry("target.host", "db.example"),
                        Map.entry("target.port", "6432"),
                        Map.entry("target.database", "my db"),
                        Map.entry("target.user", "user"),
                        Map.entry("target.password", "p@:/%w"),
                        Map.entry("target.schema", "x"),
                        Map.entry("target.ssl_mode", "require"),
                        Map.entry("target.properties.socketTimeout", "5"),
                        Map.entry("target.properties.connect_timeout", "a+b")));
    }

    @Test
    void what_a_url_leaves_out_is_left_to_file_and_defaults() {
        assertThat(ConfigUrls.source("postgres://localhost"))
                .isEqualTo(Map.of(
                        "source.type", "postgres", "source.path", "", "source.host", "localhost", "source.port", ""));
    }

    @Test
    void an_unencoded_at_sign_in_a_password_is_understood() {
        assertThat(ConfigUrls.target("postgres://u:p@ss@h/d"))
                .containsEntry("target.password", "p@ss")
                .containsEntry("target.host", "h");
    }

    @Test
    void an_address_may_be_of_version_six() {
        assertThat(ConfigUrls.target("postgres://u@[::1]:5/d"))
                .containsEntry("target.host", "[::1]")
                .containsEntry("target.port", "5");
    }

    @Test
    void references_to_secrets_pass_and_decoded_ones_are_no_references() {
        assertThat(ConfigUrls.target("postgres://${env:U}:a${file:/run/x@y}b%24%7Bz%7D$${q@h/d"))
                .containsEntry("target.user", "${env:U}")
                .containsEntry("target.password", "a${file:/run/x@y}b$${z}$${q")
                .containsEntry("target.host", "h");
    }

    @Test
    void a_folder_holds_an_embedded_server() {
        assertThat(ConfigUrls.target("embedded:./pg"))
                .containsEntry("target.type", "postgres")
                .containsEntry("target.path", "./pg")
                .containsEntry("target.host", "");
        assertThat(ConfigUrls.source("embedded:/pg")).containsEntry("source.path", "/pg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | --target names no database",
                "postgress://u:hunter2@h/d       | --target starts with an unknown postgress:; did you mean postgres?",
                "mongodb://u:hunter2@h/d         | --target starts with an unknown mongodb:",
                "postgres:u:hunter2@h/d          | --target lacks the // after postgres:",
                "postgres://u:hunter/2@h/d       | --target has no host and port after the last @",
                "postgres://u:hunter2%4@h/d      | --target has a % without two hex digits after it",
                "postgres://u:hunter2%zz@h/d     | --target has a % without two hex digits after it",
                "postgres://u:hunter2%ff@h/d     | --target has a percent-encoding that is not UTF-8",
                "postgres://u:hunter2@h:12x/d    | --target has no host and port after the last @",
                "postgres://u:hunter2@a:1,b:2/d  | --target names several hosts, where one is supported",
                "postgres://u@h/d?hunter2        | --target has a parameter after the ? that is not name=value",
                "sqlite://app.db                 | --target has no path after the colon (no // either)",
                "embedded:                       | --target has no path after the colon",
            })
    void anything_else_is_refused_without_being_shown(String text, String said) {
        assertThatThrownBy(() -> ConfigUrls.target(text))
                .isInstanceOfSatisfying(DmtException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.USAGE);
                    assertThat(e.context().hint().orElseThrow()).contains("embedded:./folder");
                })
                .hasMessageStartingWith(said)
                .hasMessageNotContaining("hunter");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://u:hunter2@h/d, postgres://u:********@h/d",
        "postgres://u:hun@ter/2@h/d, postgres://u:********@h/d",
        "postgres://u@h:5432/d, postgres://u@h:5432/d",
        "postgres://h:5432/d?user=a&password=hunter2&x=y, postgres://h:5432/d?user=a&password=********&x=y",
        "app.db, app.db",
        "embedded:./pg, embedded:./pg",
    })
    void a_password_is_masked_where_the_text_is_shown(String text, String shown) {
        assertThat(ConfigUrls.masked(text)).isEqualTo(shown);
    }
}
