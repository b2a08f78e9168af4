package dev.dmt.engine;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The SQLite database that the quickstart migrates, made from the SQL in examples/quickstart: the same on each machine. */
public final class SampleDatabase {
    private static final List<String> SCRIPTS = List.of("1-tables.sql", "2-rows.sql", "3-extras.sql");

    private SampleDatabase() {}

    /**
     * What it holds.
     *
     * @param created false where it was there before
     */
    public record Content(long tables, long rows, boolean created) {}

    /** Creates the database unless it is there; a half-made one is never left under its name. */
    public static Content create(Path file) {
        try {
            boolean missing = Files.notExists(file);
            if (missing) {
                build(file);
            }
            return count(file, missing);
        } catch (SQLException | IOException e) {
            throw new DmtException(
                    ErrorCode.PERMISSION,
                    "the sample database cannot be created: " + e.getMessage(),
                    ErrorContext.at("file", file.toString()).withHint("see the folder's permissions and free space"),
                    e);
        }
    }

    private static void build(Path file) throws SQLException, IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (Connection connection = open(unfinished);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA journal_mode = OFF");
            statement.executeUpdate("PRAGMA synchronous = OFF");
            connection.setAutoCommit(false);
            for (String script : SCRIPTS) {
                statement.executeUpdate(read(script));
            }
            connection.commit();
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Content count(Path file, boolean created) throws SQLException {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            long rows = 0;
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM \"" + table + "\"")) {
                    rows += count.next() ? count.getLong(1) : 0;
                }
            }
            return new Content(tables.size(), rows, created);
        }
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static String read(String script) throws IOException {
        String name = "/examples/quickstart/" + script;
        try (InputStream resource = SampleDatabase.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException(name + " is missing from this build");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
