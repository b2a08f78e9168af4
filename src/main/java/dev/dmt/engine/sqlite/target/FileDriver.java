package dev.dmt.engine.sqlite.target;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcDriver;
import dev.dmt.engine.jdbc.SqlFailures;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * What every connection to the file has in common: a write-ahead log, so that readers and the writer do not wait for each
 * other; each commit on the disk before it counts; no constraint asked while rows are loaded that they may break in the
 * source, too.
 */
final class FileDriver implements JdbcDriver {
    private static final Logger LOG = LoggerFactory.getLogger(FileDriver.class);
    private static final int BUSY_MILLIS = 30_000;
    private static final int SWITCH_MILLIS = 1_000;
    private static final int CACHE_KIBIBYTES = 32 * 1024;

    private final Path path;

    FileDriver(DatabaseConfig config) {
        this.path = locate(config);
    }

    private static Path locate(DatabaseConfig config) {
        Path path = Path.of(config.path()
                        .orElseThrow(() -> new DmtException(
                                ErrorCode.CONFIG,
                                "a SQLite target needs a path",
                                ErrorContext.hint("set target.path"))))
                .toAbsolutePath()
                .normalize();
        ErrorContext where = ErrorContext.at("file", path.toString());
        if (Files.isDirectory(path)) {
            throw new DmtException(
                    ErrorCode.CONFIG, path + " is a folder", where.withHint("target.path must name the database file"));
        }
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the folder of the SQLite target is not there: " + folder,
                    where.withHint("create it, or correct target.path"));
        }
        return path;
    }

    Path path() {
        return path;
    }

    /** How long a writer waits for its turn. */
    static Duration patience(DatabaseConfig config) {
        String millis = config.properties().getOrDefault("busy_timeout", "300000");
        try {
            return Duration.ofMillis(Math.max(1, Long.parseLong(millis.strip())));
        } catch (NumberFormatException e) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "target.properties.busy_timeout is not a whole number",
                    ErrorContext.at("property", "busy_timeout").withHint("give it milliseconds"),
                    e);
        }
    }

    @Override
    public Connection connect() throws SQLException {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setBusyTimeout(BUSY_MILLIS);
        settings.enforceForeignKeys(false);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setCacheSize(-CACHE_KIBIBYTES);
        Connection connection = settings.createConnection(url());
        try (Statement statement = connection.createStatement()) {
            useLog(statement);
            statement.execute("PRAGMA ignore_check_constraints = ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Where the file's place allows no shared memory, or a reader keeps the file as it is, the journal stays: slower beside
     * readers, no less safe.
     */
    private static void useLog(Statement statement) throws SQLException {
        try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            if (mode.next() && mode.getString(1).equalsIgnoreCase("wal")) {
                return;
            }
        }
        statement.execute("PRAGMA busy_timeout = " + SWITCH_MILLIS);
        try {
            statement.execute("PRAGMA journal_mode = WAL");
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) != SQLiteErrorCode.SQLITE_BUSY.code) {
                throw e;
            }
            LOG.debug("the journal stays as it is", e);
        } finally {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
        }
    }

    private String url() {
        StringBuilder escaped = new StringBuilder("jdbc:sqlite:file:");
        String text = path.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '%' -> escaped.append("%25");
                case '?' -> escaped.append("%3f");
                case '#' -> escaped.append("%23");
                default -> escaped.append(c);
            }
        }
        return escaped.append("?mode=rwc").toString();
    }

    @Override
    public SqlFailures failures() {
        return new FileFailures();
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }
}
