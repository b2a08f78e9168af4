package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import dev.dmt.error.DmtException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriverPropertiesTest {
    @Test
    void the_address_has_no_credentials() {
        DriverProperties properties = DriverProperties.of(config("FREEPDB1", Optional.empty(), Map.of()));

        assertThat(properties.url())
                .isEqualTo("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=db)(PORT=1521))"
                        + "(CONNECT_DATA=(SERVICE_NAME=FREEPDB1)))");
        assertThat(properties.settings()).containsEntry("user", "app").containsEntry("password", "p@)ss");
    }

    @Test
    void a_plain_connection_asks_for_encryption() {
        assertThat(settings(Optional.empty(), Map.of())).containsEntry("oracle.net.encryption_client", "REQUESTED");
        assertThat(settings(Optional.of("native-required"), Map.of()))
                .containsEntry("oracle.net.encryption_client", "REQUIRED");
        assertThat(settings(Optional.of("disable"), Map.of()))
                .containsEntry("oracle.net.encryption_client", "REJECTED");
    }

    @Test
    void a_verified_one_is_of_tls_and_holds_the_servers_name_against_its_certificate() {
        DriverProperties full = DriverProperties.of(config("s", Optional.of("verify-full"), Map.of()));
        DriverProperties authority = DriverProperties.of(config("s", Optional.of("verify-ca"), Map.of()));

        assertThat(full.url()).contains("(PROTOCOL=tcps)");
        assertThat(full.settings()).containsEntry("oracle.net.ssl_server_dn_match", "true");
        assertThat(authority.settings()).containsEntry("oracle.net.ssl_server_dn_match", "false");
    }

    @Test
    void an_unknown_mode_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> DriverProperties.of(config("s", Optional.of("require"), Map.of())))
                .isInstanceOfSatisfying(
                        DmtException.class,
                        e -> assertThat(e.context().hint().orElse("")).contains("verify-full"));
    }

    @Test
    void the_configs_properties_have_the_last_word_but_ours_do_not_reach_the_driver() {
        Map<String, String> given = Map.of(
                "oracle.net.wallet_location",
                "/w",
                "oracle.net.CONNECT_TIMEOUT",
                "5",
                "scn",
                "7",
                "leak_detection_ms",
                "9");

        assertThat(settings(Optional.empty(), given))
                .containsEntry("oracle.net.wallet_location", "/w")
                .containsEntry("oracle.net.CONNECT_TIMEOUT", "5")
                .doesNotContainKeys("scn", "leak_detection_ms");
    }

    @Test
    void a_ticket_takes_the_place_of_user_and_password() {
        Map<String, String> given = Map.of(
                "oracle.net.authentication_services", "(KERBEROS5)", "oracle.net.kerberos5_cc_name", "/tmp/krb5cc_0");

        assertThat(settings(Optional.empty(), given))
                .containsEntry("oracle.net.authentication_services", "(KERBEROS5)")
                .containsEntry("oracle.net.kerberos5_cc_name", "/tmp/krb5cc_0")
                .doesNotContainKeys("user", "password");
    }

    @Test
    void a_name_that_would_end_the_address_early_is_refused() {
        assertThatThrownBy(() -> DriverProperties.of(config("x)(HOST=evil", Optional.empty(), Map.of())))
                .isInstanceOf(DmtException.class);
    }

    @Test
    void a_server_without_services_has_a_sid() {
        assertThat(DriverProperties.of(config("x", Optional.empty(), Map.of("sid", "ORCL")))
                        .url())
                .contains("(SID=ORCL)");
    }

    private static java.util.Properties settings(Optional<String> mode, Map<String, String> properties) {
        return DriverProperties.of(config("s", mode, properties)).settings();
    }

    private static DatabaseConfig config(String service, Optional<String> mode, Map<String, String> properties) {
        return new DatabaseConfig(
                EngineName.ORACLE,
                Optional.empty(),
                "db",
                1521,
                service,
                "app",
                Secret.of("p@)ss"),
                "",
                mode,
                SnapshotMode.AUTO,
                properties);
    }
}
