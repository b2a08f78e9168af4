package dev.dmt.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TableRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a process reads of a source is of one moment, whatever happens meanwhile. */
class PostgresSnapshotIT {
    private static final TableRead READ = new TableRead(
            TableName.of("t"),
            List.of(new ColumnRead("a", new LogicalType.Int(32), "as_is")),
            new RowOrder(RowOrder.Kind.KEY, List.of("a")));

    @TempDir
    Path folder;

    private final DatabaseConfig config = TestPostgres.newest().freshDatabase();

    @BeforeEach
    void fill() {
        TestPostgres.execute(
                config, "CREATE TABLE t (a serial PRIMARY KEY, b text)", "INSERT INTO t (b) VALUES ('x'), ('y')");
    }

    @Test
    void a_change_is_seen_by_nothing_of_this_process_and_by_the_next() {
        String fingerprint;
        try (SourceDatabase source = open()) {
            fingerprint = source.fingerprint();
            TestPostgres.execute(config, "INSERT INTO t (b) VALUES ('z')", "DELETE FROM t WHERE a = 1");
            assertThat(keys(source)).containsExactly(1L, 2L);
            assertThat(source.reader().count(READ, KeyRange.ALL)).isEqualTo(2);
            Table table = source.describe(name -> true).tables().get(0);
            assertThat(source.profile(table).rows()).isEqualTo(2);
            assertThat(source.profile(table).columns().get(0).maximum()).contains("2");
            assertThat(keys(source)).containsExactly(1L, 2L);
        }
        try (SourceDatabase source = open()) {
            assertThat(keys(source)).containsExactly(2L, 3L);
            assertThat(source.fingerprint()).isEqualTo(fingerprint);
            assertThat(source.sequenceFloors()).containsEntry("t", 3L);
        }
        TestPostgres.execute(config, "ALTER TABLE t ADD c integer");
        try (SourceDatabase source = open()) {
            assertThat(source.fingerprint()).isNotEqualTo(fingerprint);
        }
    }

    @Test
    void a_cursor_given_up_early_leaves_others_unharmed_and_nothing_behind() {
        try (SourceDatabase source = open()) {
            for (int i = 0; i < 70; i++) {
                try (RowCursor cursor = source.reader().open(READ, KeyRange.ALL)) {
                    assertThat(cursor.next()).isTrue();
                }
            }
            assertThat(keys(source)).containsExactly(1L, 2L);
        }
        assertThat(TestPostgres.query(
                        config,
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND backend_xmin IS NOT NULL AND pid <> pg_backend_pid()"
                                + " AND backend_type = 'client backend' AND state LIKE 'idle in%'"))
                .containsExactly("0");
    }

    @Test
    void a_snapshot_that_is_gone_is_worth_another_try() {
        try (SourceDatabase source = open()) {
            TestPostgres.execute(
                    config,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dmt'"
                            + " AND datname = current_database()");
            assertThatThrownBy(() -> keys(source))
                    .isInstanceOfSatisfying(
                            DmtException.class,
                            e -> assertThat(e.code()).isIn(ErrorCode.TRANSIENT, ErrorCode.UNREACHABLE));
        }
    }

    private SourceDatabase open() {
        return new PostgresEngine().openSource(config, folder);
    }

    private static List<Long> keys(SourceDatabase source) {
        List<Long> keys = new java.util.ArrayList<>();
        try (RowCursor cursor = source.reader().open(READ, KeyRange.ALL)) {
            while (cursor.next()) {
                keys.add(cursor.getLong(0));
            }
        }
        return keys;
    }
}
