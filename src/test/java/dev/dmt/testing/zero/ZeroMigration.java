package dev.dmt.testing.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import dev.dmt.testing.zero.ZeroQuery.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A migration by the real program that ends in a Zero schema: a folder with a SQLite source, a config, a target. */
public final class ZeroMigration {
    private final Path folder;
    private final DatabaseConfig target;

    private ZeroMigration(Path folder, DatabaseConfig target) {
        this.folder = folder;
        this.target = target;
    }

    /**
     * Writes the config.
     *
     * @param zeroSettings more keys below {@code zero}, as YAML's flow style has them: {@code "naming: database"}
     */
    public static ZeroMigration in(Path folder, DatabaseConfig target, String... zeroSettings) {
        StringBuilder zero = new StringBuilder("zero: { enabled: true, output: zero");
        for (String setting : zeroSettings) {
            zero.append(", ").append(setting);
        }
        String config = "source: { type: sqlite, path: source.db }\n"
                + "target: { type: postgres, host: " + target.host() + ", port: " + target.port() + ", database: "
                + target.database() + ", user: " + target.user()
                + (target.password().isEmpty() ? "" : ", password: \"${env:TARGET_PASSWORD}\"") + " }\n"
                + "migration: { target_mode: drop_recreate }\n" + zero + " }\n";
        try {
            Files.writeString(folder.resolve("dmt.yaml"), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ZeroMigration(folder, target);
    }

    public Path source() {
        return folder.resolve("source.db");
    }

    public ZeroMigration source(String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs dmt; it must succeed. */
    public ZeroMigration dmt(String... arguments) {
        DmtProcess.Result result = DmtProcess.run(
                folder, Map.of("TARGET_PASSWORD", target.password().reveal()), arguments);
        assertThat(result.exitStatus()).as(result.err()).isZero();
        return this;
    }

    /** What it wrote, held against the real Zero. */
    public Answer accepted() {
        return ZeroAcceptance.of(folder.resolve("zero"), target, folder);
    }

    /** One of the files that it wrote. */
    public String file(String name) {
        try {
            return Files.readString(folder.resolve("zero").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DatabaseConfig freshTarget() {
        return TestPostgres.replicating("newest").freshDatabase();
    }
}
