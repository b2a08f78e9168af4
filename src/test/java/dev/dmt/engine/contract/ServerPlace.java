package dev.dmt.engine.contract;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server of the environment's is: NAME_URL (a JDBC URL or one of dmt's own), NAME_USER, NAME_PASSWORD. Parameters
 * of the URL become the driver's properties.
 */
record ServerPlace(
        String host, int port, String database, String user, String password, Map<String, String> properties) {
    private static final Pattern ORACLE = Pattern.compile("jdbc:oracle:thin:@(?://)?([^:/]+)(?::(\\d+))?[:/](.+)");

    static Optional<ServerPlace> fromEnvironment(String name, int defaultPort) {
        return Optional.ofNullable(System.getenv(name + "_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> parse(
                        url.strip(),
                        defaultPort,
                        Optional.ofNullable(System.getenv(name + "_USER")).orElse(""),
                        Optional.ofNullable(System.getenv(name + "_PASSWORD")).orElse("")));
    }

    static ServerPlace parse(String url, int defaultPort, String user, String password) {
        Matcher oracle = ORACLE.matcher(url);
        if (oracle.matches()) {
            int port = oracle.group(2) == null ? defaultPort : Integer.parseInt(oracle.group(2));
            return new ServerPlace(oracle.group(1), port, oracle.group(3), user, password, Map.of());
        }
        return url.startsWith("jdbc:sqlserver:")
                ? sqlServer(url, defaultPort, user, password)
                : plain(url, defaultPort, user, password);
    }

    /** Microsoft's URLs have their parameters behind semicolons, the database among them. */
    private static ServerPlace sqlServer(String url, int defaultPort, String user, String password) {
        String[] parts = url.substring("jdbc:sqlserver://".length()).split(";", -1);
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                properties.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
            }
        }
        String database = Optional.ofNullable(properties.remove("databaseName"))
                .or(() -> Optional.ofNullable(properties.remove("database")))
                .orElse("master");
        String givenUser = Optional.ofNullable(properties.remove("user")).orElse(user);
        String givenPassword =
                Optional.ofNullable(properties.remove("password")).orElse(password);
        String[] address = parts[0].split(":", 2);
        int port = address.length < 2 ? defaultPort : Integer.parseInt(address[1]);
        return new ServerPlace(address[0], port, database, givenUser, givenPassword, properties);
    }

    private static ServerPlace plain(String url, int defaultPort, String user, String password) {
        URI uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        Map<String, String> properties = new LinkedHashMap<>();
        if (uri.getQuery() != null) {
            for (String pair : uri.getQuery().split("&", 0)) {
                int equals = pair.indexOf('=');
                properties.put(
                        equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        String[] who = uri.getUserInfo() == null
                ? new String[] {user, password}
                : uri.getUserInfo().split(":", 2);
        String database = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
        return new ServerPlace(
                uri.getHost(),
                uri.getPort() < 0 ? defaultPort : uri.getPort(),
                database,
                who[0],
                who.length > 1 ? who[1] : password,
                properties);
    }

    ServerPlace in(String newDatabase) {
        return new ServerPlace(host, port, newDatabase, user, password, properties);
    }

    DatabaseConfig config(EngineName engine, String schema) {
        return new DatabaseConfig(
                engine,
                Optional.empty(),
                host,
                port,
                database,
                user,
                Secret.of(password),
                schema,
                Optional.empty(),
                SnapshotMode.AUTO,
                properties);
    }
}
