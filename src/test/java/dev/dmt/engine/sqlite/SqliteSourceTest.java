package dev.dmt.engine.sqlite;

import static dev.dmt.engine.sqlite.SqliteFixture.connect;
import static dev.dmt.engine.sqlite.SqliteFixture.read;
import static dev.dmt.engine.sqlite.SqliteFixture.rowid;
import static dev.dmt.engine.sqlite.SqliteFixture.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.SnapshotMode;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TableRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.KeyRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSourceTest {
    private static final TableRead READ = read("t", rowid(), "v integer");

    @TempDir
    private Path folder;

    private Path database(String journal) {
        Path file = folder.resolve("app.db");
        run(
                file,
                "PRAGMA journal_mode=" + journal,
                "CREATE TABLE t(v)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 2000) INSERT INTO t SELECT i FROM n");
        return file;
    }

    private static long count(SourceDatabase source) {
        return source.reader().count(READ, KeyRange.ALL);
    }

    private static void assertFails(ErrorCode code, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(DmtException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.context().hint()).isPresent();
                })
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"with blank.db", "hash#mark.db", "what?.db", "100%41.db", "quote'd.db", "ünï.db", "a&b=c.db"})
    void any_path_can_be_opened_and_copied(String name) {
        Path file = folder.resolve(name);
        run(file, "CREATE TABLE t(v)", "INSERT INTO t VALUES (1)");
        for (SnapshotMode mode : SnapshotMode.values()) {
            try (SourceDatabase source = SqliteFixture.open(file, mode, folder.resolve("work " + name))) {
                assertThat(count(source)).isEqualTo(1);
                assertThat(source.engineVersion()).startsWith("SQLite 3.");
            }
        }
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void what_cannot_be_opened_says_why() throws IOException {
        assertFails(ErrorCode.CONFIG, "no SQLite database", () -> SqliteFixture.open(folder.resolve("missing.db")));
        assertFails(ErrorCode.CONFIG, "not a file", () -> SqliteFixture.open(folder));
        Path garbage = Files.write(folder.resolve("garbage.db"), new byte[] {1, 2, 3, 4, 5});
        assertFails(ErrorCode.DATA, "not a SQLite database", () -> SqliteFixture.open(garbage));
        byte[] noise = new byte[5000];
        Arrays.fill(noise, (byte) 7);
        Path encrypted = Files.write(folder.resolve("encrypted.db"), noise);
        assertFails(ErrorCode.DATA, "encrypted", () -> SqliteFixture.open(encrypted));
        byte[] whole = Files.readAllBytes(database("delete"));
        Path cut = Files.write(folder.resolve("cut.db"), Arrays.copyOf(whole, whole.length - 4096));
        assertFails(ErrorCode.DATA, "cut short", () -> SqliteFixture.open(cut));
        Path stump = Files.write(folder.resolve("stump.db"), Arrays.copyOf(whole, 50));
        assertFails(ErrorCode.DATA, "cut short", () -> SqliteFixture.open(stump));
        whole[47] = 9;
        Path newer = Files.write(folder.resolve("newer.db"), whole);
        assertFails(ErrorCode.DATA, "newer file format", () -> SqliteFixture.open(newer));
    }

    @Test
    void damage_inside_is_found_when_it_is_read() throws IOException {
        byte[] whole = Files.readAllBytes(database("delete"));
        Arrays.fill(whole, 8192, whole.length, (byte) 0x5a);
        Path damaged = Files.write(folder.resolve("damaged.db"), whole);
        try (SourceDatabase source = SqliteFixture.open(damaged)) {
            assertFails(
                    ErrorCode.DATA,
                    "cannot read t",
                    () -> source.profile(SqliteFixture.table("t", rowid(), "v INTEGER")));
        }
    }

    @Test
    void an_empty_file_is_an_empty_database() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.db"));
        try (SourceDatabase source = SqliteFixture.open(empty)) {
            assertThat(source.describe(name -> true).tables()).isEmpty();
        }
        assertThat(Files.size(empty)).isZero();
    }

    @Test
    void a_locked_database_is_a_passing_failure() throws SQLException {
        Path file = database("delete");
        try (Connection writer = connect(file);
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertFails(ErrorCode.TRANSIENT, "cannot take a snapshot", () -> SqliteFixture.open(file));
            statement.execute("ROLLBACK");
        }
        try (SourceDatabase source = SqliteFixture.open(file)) {
            assertThat(count(source)).isEqualTo(2000);
        }
    }

    @Test
    void in_wal_mode_a_live_writer_goes_on_while_all_readers_see_one_state() throws SQLException {
        Path file = database("wal");
        try (Connection writer = connect(file);
                Statement statement = writer.createStatement()) {
            statement.execute("INSERT INTO t VALUES (2001)");
            try (SourceDatabase source = SqliteFixture.open(file)) {
                assertThat(source.guarantee()).contains("pinned").contains("writers were held back");
                List<RowCursor> cursors = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    statement.execute("INSERT INTO t VALUES (0)");
                    cursors.add(source.reader().open(READ, KeyRange.ALL));
                    assertThat(count(source)).isEqualTo(2001);
                }
                statement.execute("DELETE FROM t WHERE v < 1000");
                statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
                for (RowCursor cursor : cursors) {
                    long rows = 0;
                    while (cursor.next()) {
                        rows++;
                    }
                    assertThat(rows).isEqualTo(2001);
                    cursor.close();
                }
                assertThat(source.profile(SqliteFixture.table("t", rowid(), "v INTEGER"))
                                .rows())
                        .isEqualTo(2001);
            }
        }
    }

    @Test
    void a_snapshot_taken_amid_commits_is_consistent() throws Exception {
        Path file = database("wal");
        run(file, "CREATE TABLE u(v)", "INSERT INTO u SELECT v FROM t");
        TableRead other = read("u", rowid(), "v integer");
        Thread writer = new Thread(() -> {
            try (Connection connection = connect(file);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous=off");
                statement.execute("PRAGMA busy_timeout=10000");
                for (int i = 0; i < 500; i++) {
                    statement.execute("BEGIN IMMEDIATE");
                    statement.execute("INSERT INTO t VALUES (1)");
                    statement.execute("INSERT INTO u VALUES (1)");
                    statement.execute("COMMIT");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 10; i++) {
                try (SourceDatabase source = new SqliteEngine(new SqliteFixture.NoCatalog())
                        .openSource(SqliteFixture.config(file, SnapshotMode.PINNED, Map.of("readers", "4")), folder)) {
                    long rows = count(source);
                    List<RowCursor> held = new ArrayList<>();
                    for (int j = 0; j < 6; j++) {
                        held.add(source.reader().open(READ, KeyRange.ALL));
                        assertThat(source.reader().count(other, KeyRange.ALL)).isEqualTo(rows);
                    }
                    held.forEach(RowCursor::close);
                }
            }
        } finally {
            writer.join();
        }
    }

    @Test
    void a_writer_that_never_pauses_does_not_keep_the_snapshot_out() throws Exception {
        Path file = database("wal");
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger commits = new AtomicInteger();
        Thread writer = new Thread(() -> {
            try (Connection connection = connect(file);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous=off");
                statement.execute("PRAGMA busy_timeout=10000");
                while (!enough.get()) {
                    statement.execute("BEGIN IMMEDIATE");
                    for (int i = 0; i < 20; i++) {
                        statement.execute("UPDATE t SET v = v + 1");
                    }
                    statement.execute("COMMIT");
                    commits.incrementAndGet();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        try {
            while (commits.get() == 0) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 5; i++) {
                try (SourceDatabase source = new SqliteEngine(new SqliteFixture.NoCatalog())
                        .openSource(
                                SqliteFixture.config(file, SnapshotMode.PINNED, Map.of("busy_timeout", "5000")),
                                folder)) {
                    assertThat(source.guarantee()).contains("writers were held back");
                }
            }
        } finally {
            enough.set(true);
            writer.join();
        }
    }

    @Test
    void with_a_rollback_journal_writers_wait_and_more_readers_may_come() throws SQLException {
        Path file = database("delete");
        try (Connection writer = connect(file);
                Statement statement = writer.createStatement();
                SourceDatabase source = SqliteFixture.open(file)) {
            assertThat(source.guarantee()).contains("writers wait");
            statement.execute("PRAGMA busy_timeout=50");
            assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (1)"))
                    .isInstanceOf(SQLException.class);
            try (RowCursor first = source.reader().open(READ, KeyRange.ALL);
                    RowCursor second = source.reader().open(READ, KeyRange.ALL)) {
                assertThat(first.next()).isTrue();
                assertThat(second.next()).isTrue();
                assertThat(count(source)).isEqualTo(2000);
            }
        }
    }

    @Test
    void readers_share_a_connection_where_a_waiting_writer_keeps_new_ones_out() throws SQLException {
        Path file = database("delete");
        try (SourceDatabase source = SqliteFixture.open(file);
                Connection writer = connect(file);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA busy_timeout=0");
            statement.execute("BEGIN");
            statement.execute("INSERT INTO t VALUES (1)");
            // The failed commit keeps its PENDING lock, which lets no new reader in.
            assertThatThrownBy(() -> statement.execute("COMMIT")).isInstanceOf(SQLException.class);
            try (RowCursor first = source.reader().open(READ, KeyRange.ALL);
                    RowCursor second = source.reader().open(READ, KeyRange.ALL)) {
                assertThat(first.next()).isTrue();
                assertThat(second.next()).isTrue();
                assertThat(count(source)).isEqualTo(2000);
            }
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void two_sources_on_one_file_keep_their_locks_when_one_closes() throws SQLException {
        Path file = database("delete");
        try (SourceDatabase first = SqliteFixture.open(file)) {
            SqliteFixture.open(file).close();
            assertThat(first.fingerprint()).isNotEmpty();
            try (Connection writer = connect(file);
                    Statement statement = writer.createStatement()) {
                statement.execute("PRAGMA busy_timeout=50");
                assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (1)"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void a_cursor_outlives_its_source_without_harm() {
        Path file = database("delete");
        SourceDatabase source = SqliteFixture.open(file);
        RowCursor cursor = source.reader().open(READ, KeyRange.ALL);
        source.close();
        long rows = 0;
        while (cursor.next()) {
            rows++;
        }
        cursor.close();
        assertThat(rows).isEqualTo(2000);
        assertThatThrownBy(cursor::next).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void the_fingerprint_stays_while_nothing_changes_and_changes_with_anything(String journal) throws SQLException {
        Path file = database(journal);
        try (Connection application = connect(file);
                Statement statement = application.createStatement()) {
            statement.execute("INSERT INTO t VALUES (1)");
            String before = fingerprint(file);
            assertThat(fingerprint(file)).isEqualTo(before);
            statement.execute("UPDATE t SET v = 2 WHERE rowid = 2001");
            String updated = fingerprint(file);
            assertThat(updated).isNotEqualTo(before);
            statement.execute("CREATE INDEX i ON t(v)");
            assertThat(fingerprint(file)).isNotEqualTo(updated).isNotEqualTo(before);
        }
        String closed = fingerprint(file);
        assertThat(fingerprint(file)).isEqualTo(closed);
    }

    private static String fingerprint(Path file) {
        try (SourceDatabase source = SqliteFixture.open(file)) {
            return source.fingerprint();
        }
    }

    @Test
    void a_log_left_by_a_killed_writer_is_read_and_kept() throws Exception {
        Path file = database("wal");
        Path copy = folder.resolve("left.db");
        try (Connection writer = connect(file);
                Statement statement = writer.createStatement()) {
            statement.execute("INSERT INTO t VALUES (1), (2), (3)");
            Files.copy(file, copy);
            Files.copy(folder.resolve("app.db-wal"), folder.resolve("left.db-wal"));
        }
        byte[] log = Files.readAllBytes(folder.resolve("left.db-wal"));
        String first;
        try (SourceDatabase source = SqliteFixture.open(copy)) {
            assertThat(count(source)).isEqualTo(2003);
            first = source.fingerprint();
        }
        assertThat(Files.readAllBytes(folder.resolve("left.db-wal"))).isEqualTo(log);
        assertThat(fingerprint(copy)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void a_copy_is_made_once_and_read_ever_after(String journal) throws IOException {
        Path file = database(journal);
        Path workspace = folder.resolve("deep/workspace");
        String first;
        try (SourceDatabase source = SqliteFixture.open(file, SnapshotMode.COPY, workspace)) {
            assertThat(source.guarantee()).contains("copy");
            assertThat(count(source)).isEqualTo(2000);
            first = source.fingerprint();
        }
        run(file, "INSERT INTO t VALUES (1)");
        Files.delete(file);
        try (SourceDatabase source = SqliteFixture.open(file, SnapshotMode.COPY, workspace)) {
            assertThat(count(source)).isEqualTo(2000);
            assertThat(source.fingerprint()).isEqualTo(first);
        }
    }

    @Test
    void an_unfinished_copy_is_made_anew_and_many_may_ask_at_once() throws Exception {
        Path file = database("wal");
        Path workspace = Files.createDirectories(folder.resolve("workspace"));
        Files.write(workspace.resolve("source-copy.db.unfinished"), new byte[] {1, 2, 3});
        List<Thread> threads = new ArrayList<>();
        List<Long> counts = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                try (SourceDatabase source = SqliteFixture.open(file, SnapshotMode.COPY, workspace)) {
                    counts.add(count(source));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counts).containsExactly(2000L, 2000L, 2000L, 2000L);
        assertThat(workspace.resolve("source-copy.db.unfinished")).doesNotExist();
    }

    @Test
    void a_database_with_an_applications_own_collation_is_copied_too() throws SQLException {
        Path file = folder.resolve("app.db");
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            org.sqlite.Collation.create(connection, "unicase", new org.sqlite.Collation() {
                @Override
                protected int xCompare(String first, String second) {
                    return first.compareToIgnoreCase(second);
                }
            });
            statement.execute("CREATE TABLE t(v TEXT COLLATE unicase PRIMARY KEY) WITHOUT ROWID");
            statement.execute("CREATE TABLE u(v TEXT COLLATE unicase UNIQUE)");
            statement.execute("INSERT INTO t VALUES ('b'), ('A'), ('c')");
            statement.execute("INSERT INTO u VALUES ('b'), ('A'), ('c')");
        }
        TableRead own = read("t", SqliteFixture.key("v"), "v text");
        for (SnapshotMode mode : SnapshotMode.values()) {
            try (SourceDatabase source = SqliteFixture.open(file, mode, folder.resolve("work"))) {
                assertThat(SqliteFixture.rows(source, own, KeyRange.ALL)).containsExactly("A", "b", "c");
                assertThat(source.reader().partitions(own, 3)).hasSize(3);
                assertThat(source.reader().count(read("u", rowid(), "v text"), KeyRange.ALL))
                        .isEqualTo(3);
            }
        }
    }
}
