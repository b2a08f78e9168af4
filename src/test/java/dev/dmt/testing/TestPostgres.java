package dev.dmt.testing;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import dev.dmt.engine.postgres.embedded.EmbeddedPostgres;
import dev.dmt.engine.postgres.embedded.EmbeddedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL for tests: started when first asked for, one a version and JVM, gone with the JVM. With
 * DMT_TEST_POSTGRES_URL (postgres://user:password@host:port/database, a superuser's) that server serves instead.
 */
public final class TestPostgres {
    private static final Map<String, TestPostgres> SERVERS = new ConcurrentHashMap<>();
    private static final Map<String, String> QUICK = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "shared_buffers", "64MB",
            "max_connections", "200",
            "max_wal_size", "1GB");
    private static final Map<String, String> REPLICATING =
            Map.of("wal_level", "logical", "max_wal_senders", "50", "max_replication_slots", "50");
    private static final String LOGICAL = "-logical";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final DatabaseConfig administrator;

    private TestPostgres(DatabaseConfig administrator) {
        this.administrator = administrator;
    }

    public static TestPostgres newest() {
        return line("newest");
    }

    public static TestPostgres oldest() {
        return line("oldest");
    }

    public static TestPostgres retired() {
        return line("retired");
    }

    /** One of newest, oldest, retired: for parameterized tests. */
    public static TestPostgres line(String name) {
        return SERVERS.computeIfAbsent(name, TestPostgres::start);
    }

    /** A server of that line whose changes can be followed. Slots belong to the whole server: drop those you make. */
    public static TestPostgres replicating(String line) {
        TestPostgres server = line(line + LOGICAL);
        String level = query(server.administrator, "SHOW wal_level").get(0);
        if (!level.equals("logical")) {
            throw new TestAbortedException("SKIPPED: the server of DMT_TEST_POSTGRES_URL has wal_level " + level
                    + "; these tests follow its changes and need logical");
        }
        return server;
    }

    /** The version of a line's binaries, for tests that run a server of their own. */
    public static String version(String line) {
        return System.getProperty("dmt.embedded.postgres." + line);
    }

    /** A new and empty database, and the way to it. */
    public DatabaseConfig freshDatabase() {
        String name = "t" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        execute(
                administrator,
                "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        return withDatabase(administrator, name);
    }

    public static DatabaseConfig withDatabase(DatabaseConfig config, String database) {
        return new DatabaseConfig(
                config.type(),
                config.path(),
                config.host(),
                config.port(),
                database,
                config.user(),
                config.password(),
                config.schema(),
                config.sslMode(),
                config.snapshot(),
                config.properties());
    }

    public static DatabaseConfig withUser(DatabaseConfig config, String user, String password) {
        return new DatabaseConfig(
                config.type(),
                config.path(),
                config.host(),
                config.port(),
                config.database(),
                user,
                Secret.of(password),
                config.schema(),
                config.sslMode(),
                config.snapshot(),
                config.properties());
    }

    /** A connection that has nothing to do with dmt's own. */
    public static Connection connect(DatabaseConfig config) {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://" + config.host() + ":" + config.port() + "/" + config.database(),
                    config.user(),
                    config.password().reveal());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(DatabaseConfig config, String... statements) {
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows as text, columns joined by a bar, NULL as ∅. */
    public static List<String> query(DatabaseConfig config, String sql) {
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Stream.Builder<String> rows = Stream.builder();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    row.append(i == 1 ? "" : "|").append(value == null ? "∅" : value);
                }
                rows.add(row.toString());
            }
            return rows.build().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server of a test's own on this machine. */
    public static DatabaseConfig at(int port) {
        return config("127.0.0.1", port, "postgres", EmbeddedPostgres.USER, "");
    }

    /** From now on the server asks this role for its password. */
    public static synchronized void demandPasswords(DatabaseConfig config, String role) {
        Path rules = Path.of(query(config, "SHOW hba_file").get(0));
        try {
            Files.writeString(rules, "host all " + role + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute(config, "SELECT pg_reload_conf()");
    }

    private static TestPostgres start(String line) {
        String url = System.getenv("DMT_TEST_POSTGRES_URL");
        if (url != null && !url.isEmpty()) {
            return new TestPostgres(parse(URI.create(url)));
        }
        boolean replicating = line.endsWith(LOGICAL);
        String version = version(replicating ? line.substring(0, line.length() - LOGICAL.length()) : line);
        Map<String, String> parameters = new HashMap<>(QUICK);
        parameters.putAll(replicating ? REPLICATING : Map.of());
        return new TestPostgres(
                hasBinaries(version)
                        ? startEmbedded(version, parameters)
                        : ContainerPostgres.start(version, replicating ? REPLICATING : Map.of()));
    }

    /** The build puts them where the platform has any. */
    private static boolean hasBinaries(String version) {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("dmt.embedded.postgres", ".")))) {
            return jars.anyMatch(jar -> jar.getFileName().toString().endsWith("-" + version + ".jar"));
        } catch (IOException e) {
            return false;
        }
    }

    private static DatabaseConfig startEmbedded(String version, Map<String, String> parameters) {
        try {
            Path folder = Files.createTempDirectory("dmt-test-postgres-");
            // Before the server starts: a test that is killed meanwhile must not leave one either.
            ServerWatch.over(folder);
            EmbeddedPostgres server = EmbeddedPostgres.open(new EmbeddedSettings(folder, version, parameters));
            return config("127.0.0.1", server.port(), "postgres", EmbeddedPostgres.USER, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatabaseConfig parse(URI url) {
        String[] who = url.getUserInfo().split(":", 2);
        return config(
                url.getHost(),
                url.getPort() < 0 ? 5432 : url.getPort(),
                url.getPath().substring(1),
                who[0],
                who.length > 1 ? who[1] : "");
    }

    private static DatabaseConfig config(String host, int port, String database, String user, String password) {
        return new DatabaseConfig(
                EngineName.POSTGRES,
                Optional.empty(),
                host,
                port,
                database,
                user,
                Secret.of(password),
                "public",
                Optional.empty(),
                SnapshotMode.AUTO,
                Map.of());
    }
}
