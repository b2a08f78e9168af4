package dev.dmt.engine.sqlite.target;

import static dev.dmt.engine.sqlite.target.FileFixture.advance;
import static dev.dmt.engine.sqlite.target.FileFixture.chunk;
import static dev.dmt.engine.sqlite.target.FileFixture.execute;
import static dev.dmt.engine.sqlite.target.FileFixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.engine.Advance;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two open targets of one file stand for two processes. */
class FileLedgerTest {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String ME = "here/" + ProcessHandle.current().pid() + "/test";
    private static final List<LogicalType> TYPES = List.of(new LogicalType.Int(64));
    private static final Table TABLE = FileFixture.table("t", TYPES, 0);
    private static final TableLoad LOAD = new TableLoad(TABLE, List.of("c0"), TYPES, false, List.of());

    @TempDir
    Path folder;

    private Path file;
    private TargetDatabase one;
    private TargetDatabase other;

    @BeforeEach
    void open() {
        file = folder.resolve("a file with 100% ?#'s name.db");
        one = FileFixture.open(file);
        other = FileFixture.open(file);
        one.ledger().ensure();
        execute(file, "CREATE TABLE t (c0 INTEGER)");
    }

    @AfterEach
    void close() {
        other.close();
        one.close();
    }

    @Test
    void a_chunk_and_its_watermark_commit_together_and_counts_add_up() {
        try (UnitSession session = claim(one, "t")) {
            assertThat(session.row().epoch()).isEqualTo(1);
            assertThat(session.load(LOAD, rows(1, 2), new Advance(1, Optional.of("i:2"), 3, 1, false)))
                    .isEqualTo(2);
            session.load(LOAD, rows(3), advance(2));
            session.execute(List.of("ANALYZE t"), Advance.completed());
        }
        LedgerRow row = other.ledger().find("run", "t").orElseThrow();
        assertThat(row.done()).isTrue();
        assertThat(List.of(row.rowsRead(), row.rowsWritten(), row.rowsRejected()))
                .containsExactly(4L, 3L, 1L);
        assertThat(query(file, "SELECT sum(c0) FROM t")).containsExactly("6");
    }

    @Test
    void a_live_holder_keeps_others_out_and_one_that_gave_back_does_not() {
        try (UnitSession held = claim(one, "t")) {
            assertCode(ErrorCode.LEASE_HELD, () -> other.ledger().claim("run", "t", "there/1/other", LEASE));
            assertThat(held.row().epoch()).isEqualTo(1);
        }
        try (UnitSession next = claim(other, "t")) {
            assertThat(next.row().epoch()).isEqualTo(2);
        }
    }

    @Test
    void a_holder_whose_process_died_here_is_inherited_at_once() {
        try (UnitSession dead = one.ledger().claim("run", "t", "here/999999999/dead", LEASE);
                UnitSession heir = claim(other, "t")) {
            assertThat(heir.row().epoch()).isEqualTo(2);
            assertCode(ErrorCode.FENCED, () -> dead.load(LOAD, rows(1), advance(1)));
        }
        assertThat(query(file, "SELECT count(*) FROM t")).containsExactly("0");
    }

    @Test
    void a_zombie_is_fenced_off_and_has_written_nothing() {
        try (UnitSession zombie = claim(one, "t")) {
            zombie.load(LOAD, rows(1), advance(1));
            execute(file, "UPDATE dmt_ledger SET lease_until = 0");
            try (UnitSession heir = other.ledger().claim("run", "t", "there/1/heir", LEASE)) {
                assertThat(heir.row().watermark()).hasValue("i:1");
                assertCode(ErrorCode.FENCED, () -> zombie.load(LOAD, rows(2), advance(2)));
                assertCode(
                        ErrorCode.FENCED,
                        () -> zombie.execute(List.of("CREATE TABLE left_behind (n int)"), Advance.completed()));
                heir.load(LOAD, rows(2), advance(2));
            }
        }
        assertThat(query(file, "SELECT c0 FROM t ORDER BY 1")).containsExactly("1", "2");
        assertThat(query(file, "SELECT name FROM sqlite_master WHERE name = 'left_behind'"))
                .isEmpty();
    }

    @Test
    void of_sixteen_claims_at_once_one_is_granted_each_time() {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (TargetDatabase many = SqliteTarget.open(FileFixture.config(file), 16)) {
            CyclicBarrier start = new CyclicBarrier(16);
            for (int round = 1; round <= 4; round++) {
                List<UnitSession> granted = IntStream.range(0, 16)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> raced(start, i < 4 ? one : many), threads))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .toList();
                assertThat(granted).hasSize(1);
                assertThat(granted.get(0).row().epoch()).isEqualTo(round);
                granted.forEach(UnitSession::close);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<UnitSession> raced(CyclicBarrier start, TargetDatabase target) {
        try {
            start.await();
            return Optional.of(claim(target, "t"));
        } catch (DmtException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.LEASE_HELD);
            return Optional.empty();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void many_write_at_once_each_in_turn() {
        List<CompletableFuture<Void>> work = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 8; i++) {
                TargetDatabase target = i % 2 == 0 ? one : other;
                String unit = "u" + i;
                work.add(CompletableFuture.runAsync(() -> loadTwentyChunks(target, unit), threads));
            }
            work.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        assertThat(query(file, "SELECT count(*) FROM t")).containsExactly("160");
        assertThat(query(file, "SELECT sum(chunk) FROM dmt_ledger")).containsExactly("160");
    }

    private static void loadTwentyChunks(TargetDatabase target, String unit) {
        try (UnitSession session = claim(target, unit)) {
            for (int chunk = 1; chunk <= 20; chunk++) {
                session.load(LOAD, rows(chunk), advance(chunk));
            }
        }
    }

    @Test
    void another_programs_writer_is_waited_for_and_readers_are_not() throws SQLException {
        try (Connection program = DriverManager.getConnection("jdbc:sqlite:" + uri());
                Statement statement = program.createStatement();
                UnitSession session = claim(one, "t")) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("INSERT INTO t VALUES (100)");
            CountDownLatch asked = new CountDownLatch(1);
            CompletableFuture<Long> load = CompletableFuture.supplyAsync(() -> {
                asked.countDown();
                return session.load(LOAD, rows(1), advance(1));
            });
            asked.await();
            assertThat(one.ledger().find("run", "t")).isPresent();
            assertThat(other.catalog().count(TABLE.name())).isZero();
            statement.execute("COMMIT");
            assertThat(load.join()).isEqualTo(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(query(file, "SELECT c0 FROM t ORDER BY 1")).containsExactly("1", "100");
    }

    @Test
    void a_writer_that_never_ends_is_transient() throws SQLException {
        try (TargetDatabase hasty = SqliteTarget.open(FileFixture.config(file, "busy_timeout", "100"), 2);
                UnitSession session = claim(hasty, "t");
                Connection program = DriverManager.getConnection("jdbc:sqlite:" + uri());
                Statement statement = program.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertCode(ErrorCode.TRANSIENT, () -> session.load(LOAD, rows(1), advance(1)));
            statement.execute("ROLLBACK");
            session.load(LOAD, rows(1), advance(1));
        }
    }

    @Test
    void whoever_waits_for_its_turn_keeps_its_lease_by_the_commits_of_others() {
        try (UnitSession waiting = one.ledger().claim("run", "waiting", ME, LEASE);
                UnitSession working = claim(one, "t")) {
            execute(file, "UPDATE dmt_ledger SET lease_until = 1");
            working.load(LOAD, rows(1), advance(1));
            assertThat(one.ledger().find("run", "waiting").orElseThrow().leaseUntil())
                    .isAfter(waiting.row().leaseUntil().minusSeconds(1));
        }
    }

    @Test
    void a_chunk_that_cannot_be_read_to_its_end_leaves_nothing() {
        InputStream torn = new InputStream() {
            private int sent;

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                into[from] = (byte) read();
                return 1;
            }

            @Override
            public int read() throws IOException {
                sent++;
                if (sent > 1_000) {
                    throw new IOException("the disk is gone");
                }
                return sent % 2 == 0 ? '\n' : '7';
            }
        };
        try (UnitSession session = claim(one, "t")) {
            assertCode(ErrorCode.TRANSIENT, () -> session.load(LOAD, torn, advance(1)));
            assertThat(query(file, "SELECT count(*) FROM t")).containsExactly("0");
            session.load(LOAD, rows(1), advance(1));
        }
        assertThat(query(file, "SELECT chunk FROM dmt_ledger")).containsExactly("1");
    }

    @Test
    void a_refused_row_is_named_and_changes_nothing() {
        execute(file, "CREATE UNIQUE INDEX u ON t (c0)");
        try (UnitSession session = claim(one, "t")) {
            session.load(LOAD, rows(1), advance(1));
            assertThat(session.refusal(LOAD, rows(2))).isEmpty();
            assertThat(session.refusal(LOAD, rows(1)))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("UNIQUE constraint failed: t.c0"));
            assertCode(ErrorCode.DATA, () -> session.load(LOAD, rows(3, 1), advance(2)));
        }
        assertThat(query(file, "SELECT c0 FROM t")).containsExactly("1");
    }

    private String uri() {
        return "file:" + file.toString().replace("%", "%25").replace("?", "%3f").replace("#", "%23");
    }

    private static UnitSession claim(TargetDatabase target, String unit) {
        return target.ledger().claim("run", unit, ME, LEASE);
    }

    private static InputStream rows(long... values) {
        List<Object[]> rows = new ArrayList<>();
        for (long value : values) {
            rows.add(new Object[] {value});
        }
        return chunk(TYPES, rows);
    }

    private static void assertCode(ErrorCode code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
