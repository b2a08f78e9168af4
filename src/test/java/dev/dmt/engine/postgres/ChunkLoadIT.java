package dev.dmt.engine.postgres;

import static dev.dmt.testing.TestPostgres.execute;
import static dev.dmt.testing.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.Advance;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.Table;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"newest", "oldest", "retired"})
class ChunkLoadIT {
    private static final Advance NEXT = new Advance(1, Optional.empty(), 1, 0, false);

    private final DatabaseConfig config;
    private final PostgresTarget target;
    private final UnitSession session;

    ChunkLoadIT(String line) {
        config = TestPostgres.line(line).freshDatabase();
        target = PostgresTarget.open(config, 2);
        target.ledger().ensure();
        session = target.ledger().claim("run", "t", "host/1/x", Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        session.close();
        target.close();
    }

    @Test
    void null_and_empty_text_and_odd_characters_arrive_as_they_are() {
        execute(config, "CREATE TABLE t (a text, b text)");
        load(append("t", "a", "b"), "\"\",", "\"a,\"\"b\\\",\"two\nlines\"", "\"\\.\",\"\\N\"", "\"ünï😀\",\"NULL\"");
        assertThat(query(config, "SELECT a, b FROM t"))
                .containsExactly("|∅", "a,\"b\\|two\nlines", "\\.|\\N", "ünï😀|NULL");
    }

    @Test
    void upsert_inserts_updates_and_leaves_alone_what_is_the_same() {
        execute(
                config,
                "CREATE TABLE t (k bigint PRIMARY KEY, v text, j json)",
                "INSERT INTO t VALUES (1, 'same', '{}')");
        execute(config, "INSERT INTO t VALUES (2, 'old', NULL)");
        String before = query(config, "SELECT xmin FROM t WHERE k = 1").get(0);
        TableLoad load = upsert("t", List.of("k", "v", "j"), "k");
        assertThat(load(load, "1,\"same\",\"{}\"", "2,\"new\",", "3,,\"[1]\"")).isEqualTo(3);
        assertThat(query(config, "SELECT * FROM t ORDER BY k")).containsExactly("1|same|{}", "2|new|∅", "3|∅|[1]");
        assertThat(query(config, "SELECT xmin FROM t WHERE k = 1")).containsExactly(before);
        load(load, "2,\"newer\",");
        assertThat(query(config, "SELECT v FROM t WHERE k = 2")).containsExactly("newer");
    }

    @Test
    void of_rows_with_the_same_key_in_a_chunk_the_last_wins() {
        execute(config, "CREATE TABLE t (k bigint PRIMARY KEY, v text)");
        String large = "\"" + "x".repeat(6000) + "\"";
        load(
                upsert("t", List.of("v", "k"), "k"),
                "\"a\",1",
                large + ",2",
                "\"b\",1",
                large + ",1",
                "\"c\",1",
                "\"d\",2");
        assertThat(query(config, "SELECT k, v FROM t ORDER BY k")).containsExactly("1|c", "2|d");
    }

    @Test
    void a_table_that_is_all_key_can_be_merged_into() {
        execute(config, "CREATE TABLE t (a bigint, b text, PRIMARY KEY (a, b))", "INSERT INTO t VALUES (1, 'x')");
        load(upsert("t", List.of("a", "b"), "a", "b"), "1,\"x\"", "1,\"y\"", "1,\"y\"");
        assertThat(query(config, "SELECT a, b FROM t ORDER BY b")).containsExactly("1|x", "1|y");
    }

    @Test
    void generated_and_identity_columns_do_not_stand_in_the_way() {
        execute(
                config,
                "CREATE TABLE t (k bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v bigint,"
                        + " w bigint GENERATED ALWAYS AS (v * 2) STORED)");
        Table table = target.catalog()
                .describe(TestTables.table("t", List.of()).name())
                .orElseThrow();
        load(new TableLoad(table, List.of("k", "v"), List.of(), true, List.of("k")), "7,1", "8,2");
        load(new TableLoad(table, List.of("k", "v"), List.of(), false, List.of()), "9,3");
        load(new TableLoad(table, List.of("k", "v"), List.of(), true, List.of("k")), "7,5");
        assertThat(query(config, "SELECT k, v, w FROM t ORDER BY k")).containsExactly("7|5|10", "8|2|4", "9|3|6");
    }

    @Test
    void rows_with_a_null_in_a_unique_key_are_never_taken_for_one_another() {
        execute(config, "CREATE TABLE t (a bigint, b bigint, v text, UNIQUE (a, b))");
        Table table = target.catalog()
                .describe(TestTables.table("t", List.of()).name())
                .orElseThrow();
        load(new TableLoad(table, List.of("a", "b", "v"), List.of(), true, List.of("a", "b")), "1,,\"x\"", "1,,\"y\"");
        assertThat(query(config, "SELECT v FROM t ORDER BY v")).containsExactly("x", "y");
    }

    @Test
    void a_bad_value_is_a_data_error_that_names_line_and_column_but_shows_no_value() {
        execute(config, "CREATE TABLE t (a text, n bigint)");
        assertThatThrownBy(() -> load(append("t", "a", "n"), "\"x\",1", "\"x\",2", "\"x\",secret77"))
                .isInstanceOfSatisfying(DmtException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.DATA);
                    assertThat(e.context().where())
                            .containsEntry("line", "3")
                            .containsEntry("column", "n")
                            .containsEntry("table", "public.t");
                    StringWriter everything = new StringWriter();
                    e.printStackTrace(new PrintWriter(everything));
                    assertThat(everything.toString()).doesNotContain("secret77");
                });
        assertThat(query(config, "SELECT count(*) FROM t")).containsExactly("0");
        assertThat(load(append("t", "a", "n"), "\"x\",1")).isEqualTo(1);
    }

    @Test
    void a_broken_constraint_is_named() {
        execute(config, "CREATE TABLE t (n bigint CONSTRAINT small CHECK (n < 10) NOT NULL)");
        assertThatThrownBy(() -> load(append("t", "n"), "4711")).isInstanceOfSatisfying(DmtException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.DATA);
            assertThat(e.context().where()).containsEntry("constraint", "small");
            assertThat(e.toString()).doesNotContain("4711");
        });
        assertThatThrownBy(() -> load(append("t", "n"), ""))
                .isInstanceOfSatisfying(
                        DmtException.class, e -> assertThat(e.context().where()).containsEntry("column", "n"));
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    void a_chunk_that_cannot_be_read_leaves_nothing_behind() {
        execute(config, "CREATE TABLE t (n bigint)");
        InputStream broken = new InputStream() {
            private int lines = 100_000;

            @Override
            public int read() throws IOException {
                if (--lines <= 0) {
                    throw new IOException("the disk is gone");
                }
                return lines % 2 == 0 ? '1' : '\n';
            }
        };
        assertThatThrownBy(() -> session.load(append("t", "n"), broken, NEXT))
                .isInstanceOfSatisfying(
                        DmtException.class,
                        e -> assertThat(e.code().retryable()).isTrue());
        assertThat(load(append("t", "n"), "1")).isEqualTo(1);
        assertThat(query(config, "SELECT count(*) FROM t")).containsExactly("1");
    }

    private long load(TableLoad load, String... lines) {
        return session.load(load, TestTables.lines(lines), NEXT);
    }

    private static TableLoad append(String table, String... columns) {
        return new TableLoad(TestTables.table(table, List.of()), List.of(columns), List.of(), false, List.of());
    }

    private static TableLoad upsert(String table, List<String> columns, String... keys) {
        return new TableLoad(TestTables.table(table, List.of()), columns, List.of(), true, List.of(keys));
    }
}
