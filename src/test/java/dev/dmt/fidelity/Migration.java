package dev.dmt.fidelity;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A SQLite file, a config and an empty PostgreSQL database, moved by the real command in a process of its own. */
final class Migration {
    private final Path folder;
    private final DatabaseConfig target;

    private Migration(Path folder, DatabaseConfig target) {
        this.folder = folder;
        this.target = target;
    }

    /** The same with a server of the test's own. */
    static Migration to(Path folder, DatabaseConfig target) {
        return new Migration(folder, target);
    }

    static Migration in(Path folder, String postgresLine) {
        return new Migration(folder, TestPostgres.line(postgresLine).freshDatabase());
    }

    Migration source(String... statements) {
        return source(List.of(statements));
    }

    Migration source(List<String> statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("source.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Migration target(String... statements) {
        TestPostgres.execute(target, statements);
        return this;
    }

    Migration config(String... migrationLines) {
        String text = "source: { type: sqlite, path: source.db }\ntarget: { type: postgres, host: " + target.host()
                + ", port: " + target.port() + ", database: " + target.database() + ", user: " + target.user()
                + ", password: \"${env:TARGET_PASSWORD}\" }\nmigration:\n  workers: 1\n  "
                + String.join("\n  ", migrationLines) + "\n";
        try {
            Files.writeString(folder.resolve("dmt.yaml"), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatabaseConfig target() {
        return target;
    }

    DmtProcess.Result dmt(String... arguments) {
        return DmtProcess.run(
                folder, Map.of("TARGET_PASSWORD", target.password().reveal()), arguments);
    }

    /** Runs dmt with a failpoint set. */
    DmtProcess.Result failingAt(String failpoints, String... arguments) {
        return DmtProcess.run(
                folder, Map.of("TARGET_PASSWORD", target.password().reveal(), "DMT_FAILPOINTS", failpoints), arguments);
    }

    /** Rows as text, columns joined by a bar, NULL as ∅. */
    List<String> ask(String sql) {
        return TestPostgres.query(target, sql);
    }
}
