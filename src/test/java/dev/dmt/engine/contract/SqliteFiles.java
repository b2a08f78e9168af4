package dev.dmt.engine.contract;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A file for each test. */
final class SqliteFiles implements TestServer {
    @Override
    public Optional<String> reason() {
        return Optional.empty();
    }

    @Override
    public String remedy() {
        return "nothing";
    }

    @Override
    public TestDatabase fresh() {
        try {
            Path folder = Files.createTempDirectory("dmt-contract-");
            Path file = folder.resolve("test.db");
            String url = "jdbc:sqlite:" + file;
            DriverManager.getConnection(url).close();
            DatabaseConfig config = new DatabaseConfig(
                    EngineName.SQLITE,
                    Optional.of(file.toString()),
                    "",
                    0,
                    "",
                    "",
                    Secret.none(),
                    "",
                    Optional.empty(),
                    SnapshotMode.AUTO,
                    Map.of());
            return new TestDatabase(
                    config,
                    () -> DriverManager.getConnection(url + "?busy_timeout=20000"),
                    new TestDatabase.Dialect("\"", "\"", "0"),
                    () -> delete(folder));
        } catch (IOException | java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(SqliteFiles::deleteOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
