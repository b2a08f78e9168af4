package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The target's side of {@code dmt check}. */
record FileChecks(Connection connection, Path path) {
    private static final long MEBIBYTE = 1024L * 1024;

    List<CheckFinding> run() throws SQLException {
        return List.of(
                CheckFinding.good("version", "SQLite " + ask("SELECT sqlite_version()")),
                rights(),
                CheckFinding.good("journal", ask("PRAGMA journal_mode")),
                space(),
                content());
    }

    private CheckFinding rights() {
        return Files.isWritable(path)
                ? CheckFinding.good("file", path + " may be written")
                : new CheckFinding(
                        "file",
                        path + " may not be written",
                        Optional.of(ErrorCode.PERMISSION),
                        "grant this user the right to write the file and its folder");
    }

    private CheckFinding space() {
        try {
            return CheckFinding.good("free space", Files.getFileStore(path).getUsableSpace() / MEBIBYTE + " MiB");
        } catch (IOException e) {
            return CheckFinding.good("free space", "unknown: " + e.getMessage());
        }
    }

    private CheckFinding content() throws SQLException {
        String tables = ask("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%'"
                + " ESCAPE '!' AND name <> '" + FileLedgerWords.NAME + "'");
        return CheckFinding.good("content", tables.equals("0") ? "no tables" : tables + " tables are there");
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
