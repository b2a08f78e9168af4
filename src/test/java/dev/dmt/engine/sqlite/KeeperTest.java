package dev.dmt.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
    @TempDir
    Path folder;

    @Test
    void its_version_changes_with_each_commit_of_another_and_with_nothing_else() throws SQLException {
        Path path = folder.resolve("a.db");
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE t (n)");
            try (DatabaseFile file = DatabaseFile.open(path);
                    Keeper keeper = Keeper.open(new SqliteOpener(file, 1_000))) {
                long version = keeper.dataVersion();
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("INSERT INTO t VALUES (1)");
                statement.execute("ROLLBACK");
                assertThat(keeper.dataVersion()).isEqualTo(version);
                statement.execute("INSERT INTO t VALUES (1)");
                assertThat(keeper.dataVersion()).isNotEqualTo(version);
            }
        }
    }

    @Test
    void after_a_commit_no_reader_is_added() throws SQLException {
        Path path = folder.resolve("a.db");
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE t (n)");
            try (DatabaseFile file = DatabaseFile.open(path)) {
                SqliteOpener opener = new SqliteOpener(file, 1_000);
                Pinning.Pinned pinned = new Pinning(opener, 1).pin(true);
                PinnedReaders readers = new PinnedReaders(opener, pinned);
                statement.execute("INSERT INTO t VALUES (1)");
                List<PinnedReaders.Lease> leases = new ArrayList<>();
                IntStream.range(0, 3).forEach(i -> leases.add(readers.lease()));
                assertThat(readers.size()).isEqualTo(1);
                leases.forEach(PinnedReaders.Lease::close);
                readers.close();
            }
        }
    }
}
