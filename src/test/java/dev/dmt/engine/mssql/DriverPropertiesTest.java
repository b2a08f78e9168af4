package dev.dmt.engine.mssql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import dev.dmt.error.DmtException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.security.auth.login.Configuration;
import org.junit.jupiter.api.Test;

class DriverPropertiesTest {
    private static DatabaseConfig config(String password, Optional<String> sslMode, Map<String, String> properties) {
        return new DatabaseConfig(
                EngineName.MSSQL,
                Optional.empty(),
                "db.example",
                1433,
                "app",
                "loader",
                Secret.of(password),
                "dbo",
                sslMode,
                SnapshotMode.AUTO,
                properties);
    }

    @Test
    void encrypts_and_proves_the_server_unless_told_otherwise() {
        Properties properties = DriverProperties.of(config("p", Optional.empty(), Map.of()));

        assertThat(properties)
                .containsEntry("encrypt", "true")
                .containsEntry("trustServerCertificate", "false")
                .containsEntry("packetSize", "32767")
                .containsEntry("user", "loader")
                .containsEntry("password", "p");
    }

    @Test
    void knows_the_modes_by_their_names() {
        assertThat(DriverProperties.of(config("p", Optional.of("require"), Map.of())))
                .containsEntry("encrypt", "true")
                .containsEntry("trustServerCertificate", "true");
        assertThat(DriverProperties.of(config("p", Optional.of("strict"), Map.of())))
                .containsEntry("encrypt", "strict");
        assertThat(DriverProperties.of(config("p", Optional.of("disable"), Map.of())))
                .containsEntry("encrypt", "false");
        assertThatThrownBy(() -> DriverProperties.of(config("p", Optional.of("prefer"), Map.of())))
                .isInstanceOf(DmtException.class)
                .hasMessageContaining("no ssl_mode prefer");
    }

    @Test
    void the_config_s_own_properties_have_the_last_word() {
        Properties properties = DriverProperties.of(config(
                "p", Optional.empty(), Map.of("packetSize", "4096", "leak_detection_ms", "5", "trustStore", "/t")));

        assertThat(properties)
                .containsEntry("packetSize", "4096")
                .containsEntry("trustStore", "/t")
                .doesNotContainKey("leak_detection_ms");
    }

    @Test
    void a_property_that_the_driver_does_not_know_is_no_silent_one() {
        assertThatThrownBy(() -> DriverProperties.of(config("p", Optional.empty(), Map.of("packetsizes", "1"))))
                .isInstanceOf(DmtException.class)
                .hasMessageContaining("packetsizes");
    }

    @Test
    void the_keys_of_kerberos_reach_the_driver() {
        Properties properties = DriverProperties.of(config(
                "",
                Optional.empty(),
                Map.of("auth", "kerberos", "spn", "MSSQLSvc/db.example:1433", "realm", "EXAMPLE", "keytab", "/etc/k")));

        assertThat(properties)
                .containsEntry("authenticationScheme", "JavaKerberos")
                .containsEntry("integratedSecurity", "true")
                .containsEntry("serverSpn", "MSSQLSvc/db.example:1433")
                .containsEntry("realm", "EXAMPLE")
                .containsEntry("jaasConfigurationName", KeytabLogin.NAME)
                .doesNotContainKeys("user", "password", "keytab", "auth", "spn");
        assertThat(Configuration.getConfiguration()
                        .getAppConfigurationEntry(KeytabLogin.NAME)[0]
                        .getOptions())
                .isEqualTo(Map.of(
                        "useKeyTab", "true",
                        "keyTab", "/etc/k",
                        "principal", "loader@EXAMPLE",
                        "storeKey", "true",
                        "doNotPrompt", "true",
                        "refreshKrb5Config", "true"));
    }

    @Test
    void a_token_stands_for_user_and_password() {
        assertThat(DriverProperties.of(config("", Optional.empty(), Map.of("accessToken", "t"))))
                .containsEntry("accessToken", "t")
                .doesNotContainKeys("user", "password");
    }
}
