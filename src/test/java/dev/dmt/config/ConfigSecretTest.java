package dev.dmt.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.yaml.YamlText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSecretTest {
    private static final String[] ODD = {
        "#",
        " #",
        ":",
        ": ",
        "'",
        "\"",
        "\\",
        "$",
        "${",
        "$${",
        "${env:X}",
        "}",
        "{",
        "%",
        "%41",
        "@",
        "/",
        "?",
        "&",
        "=",
        "\n",
        "\t",
        " ",
        "é",
        "\u2028",
        "\u0085",
        "\uD83D\uDE00",
        "!",
        "*",
        "|",
        ">",
        "-",
        ",",
        "[",
        "~",
        "null",
        "7"
    };

    @TempDir
    Path folder;

    @Test
    void references_are_resolved_anywhere_in_a_value() throws Exception {
        Files.writeString(folder.resolve("secret"), "from file\n");

        assertThat(password("a-${env:ONE}-${TWO}-${file:secret}-${file:" + folder.resolve("secret") + "}"))
                .isEqualTo("a-1: # '\"-2-from file-from file");
    }

    @Test
    void only_the_last_newline_of_a_file_is_dropped() throws Exception {
        Files.writeString(folder.resolve("unix"), "a\n\n");
        Files.writeString(folder.resolve("windows"), " b \r\n");

        assertThat(password("${file:unix}${file:windows}")).isEqualTo("a\n b ");
    }

    @Test
    void an_escape_stands_for_the_characters_themselves() {
        assertThat(password("$${env:ONE} $$${x $ $x")).isEqualTo("${env:ONE} $${x $ $x");
    }

    @Test
    void what_a_reference_brings_is_not_looked_through_again() {
        assertThat(password("${env:NESTED}")).isEqualTo("${env:ONE}");
    }

    @Test
    void numbers_and_flags_may_come_from_references_and_are_as_strict() {
        Loading loading = new Loading(folder).variable("PORT", "6000").variable("FLAG", "yes");

        assertThat(loading.load(Loading.ENDS.replace("user: app", "user: app, port: \"${env:PORT}\""))
                        .target()
                        .port())
                .isEqualTo(6000);
        assertThat(loading.refusal(Loading.ENDS + "staging: {keep: \"${env:FLAG}\"}"))
                .contains("staging.keep: must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${env:NOT_SET}", "${NOT_SET}"})
    void a_variable_that_is_not_set_is_a_problem(String reference) {
        assertThat(refusal(reference))
                .isEqualTo("CONFIG 1 problem in the config:\n  dmt.yaml:4:13: target.password:"
                        + " refers to the variable NOT_SET, which is not set");
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem() throws Exception {
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0});

        assertThat(refusal("${file:nowhere}")).contains("target.password: refers to the file nowhere, which cannot");
        assertThat(refusal("${file:binary}")).contains("refers to the file binary, which is not UTF-8 text");
        assertThat(refusal("${file:.}")).contains("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2${", "hunter2${}", "hunter2${a b}", "hunter2${env:}", "hunter2${vault:x}"})
    void a_malformed_reference_is_a_problem_that_shows_nothing(String text) {
        assertThat(refusal(text)).contains("target.password: holds a ${ that").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target: {database: a, user: b, password: hunter2",
                "target: {database: a, user: b, password: 'hunter2}",
                "target:\n  password: \"hunter2\" hunter2",
                "target:\n  password: @hunter2",
                "target:\n  password: *hunter2",
                "target:\n  password: !hunter2",
                "target:\n  password: hunter2: hunter2",
                "target:\n  password: [hunter2]",
                "target:\n  password: {hunter2: hunter2}",
                "target: {password=hunter2}",
                "target: password=hunter2",
                "target:\n  password: %hunter2",
                "target:\n  password: `hunter2",
                "target:\n  password: \"hunter2\\q\"",
                "target:\n  port: hunter2",
                "target:\n  type: hunter2",
                "target:\n  properties: {sslpassword: [hunter2]}",
            })
    void no_refusal_shows_a_secret(String target) {
        assertThat(new Loading(folder).refusal("source: {path: a}\n" + target)).doesNotContain("hunter2");
    }

    @Test
    void variables_are_taken_as_they_are_and_PGPASSWORD_is_the_last_resort() {
        Loading loading = new Loading(folder).variable("PGPASSWORD", "usual");

        assertThat(loading.load(Loading.ENDS).target().password().reveal()).isEqualTo("usual");
        loading.variable("DMT_TARGET_PASSWORD", "${env:ONE}$${");
        assertThat(loading.load(Loading.ENDS).target().password().reveal()).isEqualTo("${env:ONE}$${");
    }

    @Test
    void any_password_survives_every_way_in_and_shows_in_no_text() {
        Random random = new Random(42);
        for (int i = 0; i < 120; i++) {
            String secret = "hunter2" + oddText(random);
            DmtConfig fromFile = config(YamlText.quoted(Placeholders.escape(secret)), Map.of());
            DmtConfig fromReference = config("\"${env:SECRET}\"", Map.of("SECRET", secret));
            DmtConfig fromVariable = config("unused", Map.of("DMT_TARGET_PASSWORD", secret));
            DmtConfig fromUrl = new Loading(folder)
                    .flags(ConfigUrls.source("a.db"))
                    .flags(ConfigUrls.target("postgres://u:" + percentEncoded(secret) + "@h/d"))
                    .load(Optional.empty());

            assertThat(new DmtConfig[] {fromFile, fromReference, fromVariable, fromUrl})
                    .allSatisfy(config -> {
                        assertThat(config.target().password().reveal()).isEqualTo(secret);
                        assertThat(config.toString() + ConfigFingerprint.of(config) + ConfigWriter.text(config, folder))
                                .doesNotContain("hunter2");
                    });
        }
    }

    @Test
    void driver_properties_and_requests_show_no_values() {
        DmtConfig config = new Loading(folder)
                .flag("target.properties.sslpassword", "hunter2")
                .load(Loading.ENDS);
        ConfigRequest request = new ConfigRequest(
                Optional.empty(), Map.of("target.password", "hunter2"), Map.of("A", "hunter2"), folder);

        assertThat(config.target().properties()).containsEntry("sslpassword", "hunter2");
        assertThat(config + " " + request + ConfigWriter.text(config, folder)).doesNotContain("hunter2");
    }

    private DmtConfig config(String password, Map<String, String> variables) {
        Loading loading = new Loading(folder);
        variables.forEach(loading::variable);
        return loading.load("source: {path: app.db}\ntarget:\n  database: app\n  user: app\n  password: " + password);
    }

    private String password(String text) {
        Map<String, String> variables = Map.of("ONE", "1: # '\"", "TWO", "2", "NESTED", "${env:ONE}");
        return config(YamlText.quoted(text), variables).target().password().reveal();
    }

    private String refusal(String password) {
        return new Loading(folder)
                .refusal("source: {path: app.db}\ntarget:\n  database: app\n  password: " + YamlText.quoted(password)
                        + "\n  user: app\n");
    }

    private static String oddText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(ODD[random.nextInt(ODD.length)]);
        }
        return text.toString();
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void a_files_password_is_not_sent_to_another_host() {
        String file = "source: {path: app.db}\n"
                + "target: {host: db.example, database: app, user: app, password: \"${env:OURS}\"}\n";
        Loading elsewhere = new Loading(folder).flags(ConfigUrls.target("postgres://eve@elsewhere.example/app"));
        assertThat(elsewhere.load(file).target().password().isEmpty()).isTrue();
        Loading same = new Loading(folder)
                .variable("OURS", "s3cret")
                .flags(ConfigUrls.target("postgres://app@db.example/other"));
        assertThat(same.load(file).target().password().reveal()).isEqualTo("s3cret");
        Loading given = new Loading(folder)
                .variable("OURS", "s3cret")
                .flags(ConfigUrls.target("postgres://app:own@elsewhere.example/other"));
        assertThat(given.load(file).target().password().reveal()).isEqualTo("own");
    }
}
