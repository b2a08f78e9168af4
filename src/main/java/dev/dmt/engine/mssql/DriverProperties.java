package dev.dmt.engine.mssql;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What the driver is told: our settings first, so that the config's own properties have the last word. */
final class DriverProperties {
    /** TDS in packets as large as they can be: a fourth of the round trips that the default takes. */
    private static final String LARGEST_PACKET = "32767";

    /** As the driver names them, and what each means for its two settings. */
    private static final Map<String, List<String>> SSL_MODES = Map.of(
            "verify-full", List.of("true", "false"),
            "strict", List.of("strict", "false"),
            "require", List.of("true", "true"),
            "disable", List.of("false", "true"),
            "true", List.of("true", "false"),
            "false", List.of("false", "true"));

    private static final String MODES = "verify-full (the default), strict (TDS 8), require, disable";

    /** Keys of Kerberos as other tools name them: to the driver's own names. */
    private static final Map<String, String> SYNONYMS =
            Map.of("auth", "authenticationScheme", "spn", "serverSpn", "packet_size", "packetSize");

    /** Ours, not the driver's. */
    private static final Set<String> OWN = Set.of(JdbcConnections.LEAK_DETECTION, "krb5_conf", "keytab");

    /** The driver takes these and does not list them. */
    private static final Set<String> UNLISTED = Set.of(
            "accesstoken", "gsscredential", "useflexiblecallablestatements", "ignoreoffsetondatetimeoffsetconversion");

    private DriverProperties() {}

    static Properties of(DatabaseConfig config) {
        Properties properties = new Properties();
        properties.setProperty("serverName", config.host());
        properties.setProperty("portNumber", Integer.toString(config.port()));
        properties.setProperty("databaseName", config.database());
        if (!config.user().isEmpty()) {
            properties.setProperty("user", config.user());
            properties.setProperty("password", config.password().reveal());
        }
        properties.setProperty("applicationName", "dmt");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("packetSize", LARGEST_PACKET);
        properties.setProperty("responseBuffering", "adaptive");
        // A driver that connects again by itself would lose the transaction, and the session's settings.
        properties.setProperty("connectRetryCount", "0");
        ssl(config, properties);
        config.properties().forEach((name, value) -> add(properties, name, value));
        if (properties.containsKey("accessToken")) {
            withoutPassword(properties);
        }
        kerberos(config, properties);
        refuseUnknown(properties);
        return properties;
    }

    private static void ssl(DatabaseConfig config, Properties properties) {
        String mode = config.sslMode().orElse("verify-full").toLowerCase(Locale.ROOT);
        List<String> settings = SSL_MODES.get(mode);
        if (settings == null) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "SQL Server has no ssl_mode " + mode,
                    ErrorContext.at("key", "ssl_mode").withHint("one of " + MODES));
        }
        properties.setProperty("encrypt", settings.get(0));
        properties.setProperty("trustServerCertificate", settings.get(1));
    }

    private static void add(Properties properties, String name, String value) {
        if (OWN.contains(name)) {
            return;
        }
        String known = SYNONYMS.getOrDefault(name, name);
        boolean kerberos = known.equals("authenticationScheme") && value.equalsIgnoreCase("kerberos");
        properties.setProperty(known, kerberos ? "JavaKerberos" : value);
    }

    /** The driver asks for Kerberos by a scheme and one word more, and then wants no password of SQL Server's. */
    private static void kerberos(DatabaseConfig config, Properties properties) {
        if (!"JavaKerberos".equals(properties.getProperty("authenticationScheme"))) {
            return;
        }
        properties.setProperty("integratedSecurity", "true");
        if (config.password().isEmpty()) {
            withoutPassword(properties);
        }
        Optional.ofNullable(config.properties().get("krb5_conf"))
                .ifPresent(file -> System.setProperty("java.security.krb5.conf", file));
        Optional.ofNullable(config.properties().get("keytab")).ifPresent(file -> {
            String realm = properties.getProperty("realm", "");
            boolean whole = realm.isEmpty() || config.user().contains("@");
            KeytabLogin.install(file, whole ? config.user() : config.user() + "@" + realm);
            properties.setProperty("jaasConfigurationName", KeytabLogin.NAME);
        });
    }

    private static void withoutPassword(Properties properties) {
        properties.remove("user");
        properties.remove("password");
    }

    /** What the driver would pass over in silence. */
    private static void refuseUnknown(Properties properties) {
        Set<String> known = new HashSet<>(UNLISTED);
        for (DriverPropertyInfo info : listed()) {
            known.add(info.name.toLowerCase(Locale.ROOT));
        }
        List<String> unknown = properties.stringPropertyNames().stream()
                .filter(name -> !known.contains(name.toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the SQL Server driver has no property " + String.join(", ", unknown),
                    ErrorContext.at("key", "properties").withHint("see the driver's list of connection properties"));
        }
    }

    private static DriverPropertyInfo[] listed() {
        try {
            return new SQLServerDriver().getPropertyInfo("jdbc:sqlserver://", new Properties());
        } catch (SQLException e) {
            throw new DmtException(
                    ErrorCode.INTERNAL, "the SQL Server driver does not list its properties", ErrorContext.NONE, e);
        }
    }
}
