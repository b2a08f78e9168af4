package dev.dmt.engine.oracle;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the driver is told: where the server is, and settings, ours first, so that the config's own properties have the last
 * word. The credentials are among the settings, never in the address.
 *
 * @param url the address
 */
record DriverProperties(String url, Properties settings) {
    /** The number of a state of the database: all processes of a run that are given one read that state. */
    static final String SCN = "scn";

    /** "false" keeps loads from the direct path. */
    static final String DIRECT_PATH = "direct_path";

    /** For servers without services. */
    private static final String SID = "sid";

    private static final Set<String> OWN = Set.of(JdbcConnections.LEAK_DETECTION, SCN, DIRECT_PATH, SID);
    private static final List<String> MODES =
            List.of("disable", "native", "native-required", "verify-ca", "verify-full");
    private static final String SERVICES = "oracle.net.authentication_services";
    private static final String ENCRYPTION = "oracle.net.encryption_client";
    private static final String INTEGRITY = "oracle.net.crypto_checksum_client";
    private static final Pattern PLAIN = Pattern.compile("[^()=\\\\'\"]*");

    static DriverProperties of(DatabaseConfig config) {
        String mode = mode(config);
        Properties settings = new Properties();
        boolean byTicket = config.properties()
                .getOrDefault(SERVICES, "")
                .toUpperCase(Locale.ROOT)
                .contains("KERBEROS5");
        // With a user the driver would ask for a password, not for a ticket.
        if (!byTicket) {
            settings.setProperty("user", config.user());
            settings.setProperty("password", config.password().reveal());
        }
        settings.setProperty("v$session.program", "dmt");
        settings.setProperty("oracle.net.CONNECT_TIMEOUT", "10000");
        settings.setProperty("oracle.net.keepAlive", "true");
        // Nor a JVM's region that the server does not know may keep us out.
        settings.setProperty("oracle.jdbc.timezoneAsRegion", "false");
        settings.setProperty("oracle.jdbc.implicitStatementCacheSize", "20");
        secure(settings, mode);
        config.properties().forEach((name, value) -> {
            if (!OWN.contains(name)) {
                settings.setProperty(name, value);
            }
        });
        return new DriverProperties(address(config, isTls(mode)), settings);
    }

    private static String mode(DatabaseConfig config) {
        String mode = config.sslMode().orElse("native");
        if (!MODES.contains(mode)) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "Oracle has no ssl_mode " + mode,
                    ErrorContext.at("key", "ssl_mode")
                            .withHint(
                                    "one of " + String.join(", ", MODES)
                                            + "; verify-ca and verify-full need the port of a"
                                            + " listener for TLS (TCPS), often 2484, and a wallet or trust store that vouches for it"));
        }
        return mode;
    }

    private static boolean isTls(String mode) {
        return mode.startsWith("verify");
    }

    /** Oracle does not turn a plain connection into one of TLS; what it has instead knows no certificates. */
    private static void secure(Properties settings, String mode) {
        switch (mode) {
            case "disable" -> {
                settings.setProperty(ENCRYPTION, "REJECTED");
                settings.setProperty(INTEGRITY, "REJECTED");
            }
            case "native" -> {
                settings.setProperty(ENCRYPTION, "REQUESTED");
                settings.setProperty(INTEGRITY, "REQUESTED");
            }
            case "native-required" -> {
                settings.setProperty(ENCRYPTION, "REQUIRED");
                settings.setProperty(INTEGRITY, "REQUIRED");
            }
            default ->
                settings.setProperty("oracle.net.ssl_server_dn_match", Boolean.toString(mode.equals("verify-full")));
        }
    }

    private static String address(DatabaseConfig config, boolean tls) {
        String sid = config.properties().getOrDefault(SID, "");
        String what = sid.isEmpty()
                ? "(SERVICE_NAME=" + part("database", config.database()) + ")"
                : "(SID=" + part(SID, sid) + ")";
        return "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=" + (tls ? "tcps" : "tcp") + ")(HOST="
                + part("host", config.host()) + ")(PORT=" + config.port() + "))(CONNECT_DATA=" + what + "))";
    }

    /** A parenthesis would make a part of the address end early. */
    private static String part(String key, String text) {
        if (text.isEmpty() || !PLAIN.matcher(text).matches()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    text.isEmpty()
                            ? "an Oracle database needs a " + key
                            : "the " + key + " of an Oracle database is no name",
                    ErrorContext.at("key", key).withHint("`database` is the name of a service, such as FREEPDB1"));
        }
        return text;
    }
}
