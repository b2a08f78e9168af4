package dev.dmt.engine.postgres.embedded;

import dev.dmt.engine.postgres.embedded.ServerFolder.RunningServer;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Starts, stops and kills one server. */
final class ServerControl {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LINGERING = Duration.ofMillis(500);

    private final EmbeddedSettings settings;
    private final ServerFolder folder;
    private final ServerAccount account;
    private final Path binaries;
    private final int port;

    private ServerControl(EmbeddedSettings settings, ServerFolder folder, ServerAccount account, int port) {
        this.settings = settings;
        this.folder = folder;
        this.account = account;
        this.binaries = Binaries.unpacked(settings.version(), account.giveAway());
        this.port = port;
    }

    static ServerControl of(EmbeddedSettings settings, ServerFolder folder, Optional<RunningServer> running) {
        int port = running.map(RunningServer::port).orElseGet(ServerControl::freePort);
        return new ServerControl(settings, folder, ServerAccount.choose(), port);
    }

    int port() {
        return port;
    }

    ServerFolder folder() {
        return folder;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    void initialise() throws IOException {
        if (folder.initialised()) {
            return;
        }
        // Left over from an attempt that was killed: without a version file it never held anything.
        Binaries.deleteTree(folder.data());
        account.own(folder.root());
        run(List.of(
                program("initdb"),
                "-D",
                folder.data().toString(),
                "-U",
                EmbeddedPostgres.USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        folder.includeOwnParameters();
        Files.writeString(folder.versionFile(), settings.version());
        account.own(folder.root());
    }

    void start() {
        folder.writeParameters(port, settings.parameters());
        account.own(folder.root());
        run(List.of(
                program("pg_ctl"),
                "start",
                "-w",
                "-t",
                Long.toString(PATIENCE.toSeconds()),
                "-D",
                folder.data().toString(),
                "-l",
                folder.log().toString()));
        awaitReady();
    }

    void stop() {
        if (folder.running().isPresent()) {
            run(List.of(
                    program("pg_ctl"),
                    "stop",
                    "-w",
                    "-m",
                    "fast",
                    "-D",
                    folder.data().toString()));
        }
    }

    void kill() {
        Optional<RunningServer> running = folder.running();
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle postmaster = running.get().process();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            pause();
        }
    }

    void awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = connect("postgres")) {
                if (connection.isValid(10)) {
                    return;
                }
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw failure("does not answer: " + e.getMessage());
                }
            }
            pause();
        }
    }

    /** A backend lives on for a moment after its client has gone. */
    boolean othersStayConnected() {
        long deadline = System.nanoTime() + LINGERING.toNanos();
        while (othersConnected()) {
            if (System.nanoTime() > deadline) {
                return true;
            }
            pause();
        }
        return false;
    }

    private boolean othersConnected() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")) {
            return result.next() && result.getLong(1) > 0;
        } catch (SQLException e) {
            return false;
        }
    }

    void provide(String database, String user) {
        try (Connection connection = connect("postgres")) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", user)) {
                create(connection, "CREATE ROLE \"" + user.replace("\"", "\"\"") + "\" SUPERUSER LOGIN");
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                create(connection, "CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\"");
            }
        } catch (SQLException e) {
            throw failure("could not create the database: " + e.getMessage());
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                jdbcUrl(database) + "?connectTimeout=5&loginTimeout=10", EmbeddedPostgres.USER, "");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void create(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private void run(List<String> command) {
        Command done = Command.run(account.commandLine(command), folder.root(), PATIENCE.plusSeconds(30));
        if (!done.succeeded()) {
            throw failure("failed at " + Path.of(command.get(0)).getFileName() + ": " + done.output() + "\n"
                    + folder.endOfLog());
        }
    }

    private DmtException failure(String what) {
        return new DmtException(
                ErrorCode.UNREACHABLE,
                "the embedded PostgreSQL " + what,
                ErrorContext.at("folder", folder.root().toString())
                        .and("port", Integer.toString(port))
                        .withHint("its log is " + folder.log()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        if (Thread.interrupted()) {
            Thread.currentThread().interrupt();
            throw new DmtException(ErrorCode.CANCELLED, "interrupted while waiting for the embedded PostgreSQL");
        }
    }
}
