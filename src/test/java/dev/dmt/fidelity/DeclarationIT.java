package dev.dmt.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults, checks, keys, indexes, generated columns and names: in the target, or in the list of what is not. */
class DeclarationIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void defaults_give_what_sqlite_would_give_or_are_listed(String line) {
        Migration migration = run(
                line,
                "CREATE TABLE d(id INTEGER PRIMARY KEY, a INT DEFAULT true, b INTEGER DEFAULT '7', c INT DEFAULT 1.0,"
                        + " d TEXT DEFAULT 1.50, e TEXT DEFAULT false, f BLOB DEFAULT 'ab', g TEXT DEFAULT (1 + 2),"
                        + " h DATE DEFAULT 'now', i DATETIME DEFAULT '0000-00-00 00:00:00', j JSON DEFAULT '',"
                        + " k VARCHAR(3) DEFAULT 'toolong', l REAL DEFAULT 1e999, m INT DEFAULT 9223372036854775808,"
                        + " n DATE DEFAULT '2024-02-29', o JSON DEFAULT '{\"a\": 1}', p BOOLEAN DEFAULT 'yes',"
                        + " q DECIMAL(5,2) DEFAULT -2.5, r TEXT DEFAULT 'it''s \\', s TEXT DEFAULT word)");

        migration.target("INSERT INTO d DEFAULT VALUES");

        assertThat(migration.ask("SELECT a, b, c, d, e, f, n, o, p, q, r, s FROM d"))
                .containsExactly("1|7|1|1.5|0|\\x6162|2024-02-29|{\"a\": 1}|t|-2.50|it's \\|word");
        assertThat(migration.ask("SELECT g, h, i, j, k, l, m FROM d")).containsExactly("∅|∅|∅|∅|∅|∅|∅");
        String told = migration.dmt("explain").out();
        for (String column : new String[] {"g", "h", "i", "j", "k", "l", "m"}) {
            assertThat(told).contains("default d." + column + " DEFAULT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void a_check_that_rows_break_guards_new_rows_and_is_reported(String line) {
        Migration migration = run(
                line,
                "CREATE TABLE c(id INTEGER PRIMARY KEY, a INT CONSTRAINT positive CHECK (a > 0),"
                        + " b INT CONSTRAINT small CHECK (b < 9))",
                "PRAGMA ignore_check_constraints = 1",
                "INSERT INTO c VALUES (1, -1, 1), (2, 0, 1), (3, NULL, 1), (4, 5, 1)");

        assertThat(migration.ask("SELECT conname, convalidated FROM pg_constraint WHERE conrelid = 'c'::regclass"
                        + " AND contype = 'c' ORDER BY conname"))
                .containsExactly("positive|f", "small|t");
        assertThat(migration.ask("SELECT count(*) FROM c")).containsExactly("4");
        assertThat(migration.dmt("reset", "create-checks").exitStatus()).isZero();
        assertThat(migration.dmt("step", "create-checks").out())
                .contains("check positive of public.c: 2 rows for which it is false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void moments_that_stay_texts_go_on_being_written_the_same_way(String line) {
        Migration migration = run(
                line,
                "CREATE TABLE d(id INTEGER PRIMARY KEY, a TEXT DEFAULT CURRENT_TIMESTAMP, b TEXT DEFAULT CURRENT_DATE,"
                        + " c TEXT DEFAULT CURRENT_TIME, d TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),"
                        + " e INTEGER DEFAULT (unixepoch()), f DATETIME DEFAULT CURRENT_TIMESTAMP,"
                        + " g TEXT DEFAULT (datetime('now', 'localtime')))");

        migration.target("INSERT INTO d DEFAULT VALUES");

        assertThat(migration.ask(
                        "SELECT a ~ '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$', b ~ '^\\d{4}-\\d\\d-\\d\\d$',"
                                + " c ~ '^\\d\\d:\\d\\d:\\d\\d$', d ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',"
                                + " abs(e - extract(epoch FROM now())) < 600, f IS NOT NULL, g IS NULL FROM d"))
                .containsExactly("t|t|t|t|t|t|t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void checks_hold_what_they_held_or_are_listed_with_their_reason(String line) {
        Migration migration = run(
                line,
                "CREATE TABLE c(id INTEGER PRIMARY KEY, a INT CHECK (typeof(a) = 'integer'), b INT CHECK (b), d INT CHECK (1),"
                        + " e TEXT CHECK (typeof(e) IN ('text', 'null')), f INT CHECK (max(f, 1) < 10),"
                        + " g REAL CHECK (round(g, 1) = g), h TEXT COLLATE NOCASE CHECK (h = 'x'), i INT CHECK (i & 1))",
                "INSERT INTO c VALUES (1, 1, 2, 0, NULL, 9, 0.5, 'X', 1)");

        assertThat(
                        migration.ask(
                                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'c'::regclass AND contype = 'c' ORDER BY conname"))
                .containsExactly(
                        "CHECK ((a IS NOT NULL))",
                        "CHECK ((b <> 0))",
                        "CHECK ((1 <> 0))",
                        "CHECK (true)",
                        "CHECK ((\nCASE\n    WHEN ((f IS NOT NULL) AND (1 IS NOT NULL)) THEN GREATEST(f, (1)::bigint)\n"
                                + "    ELSE NULL::bigint\nEND < 10))");
        assertThat(migration.dmt("explain").out())
                .contains("check c.round(g, 1) = g: no portable function: round")
                .contains("check c.h = 'x': a comparison by a collation of SQLite")
                .contains("check c.i & 1: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void generated_columns_are_computed_again_or_moved_as_they_are(String line) {
        Migration migration = run(
                line,
                "CREATE TABLE g(a INT, b TEXT, c INT AS (a * 2) STORED, d TEXT AS (upper(b)), e REAL AS (round(a / 3.0, 2)),"
                        + " f INT AS (a > 1), h INT AS (max(a, 3)), i AS (a || '-' || b))",
                "INSERT INTO g(a, b) VALUES (1, 'é'), (2, NULL), (NULL, 'x')");

        assertThat(migration.ask("SELECT c, d, e, f, h, i FROM g ORDER BY a"))
                .containsExactly("2|é|0.33|0|3|1-é", "4|∅|0.67|1|3|∅", "∅|X|∅|∅|∅|∅");
        assertThat(migration.ask("SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute"
                        + " WHERE attrelid = 'g'::regclass AND attgenerated = 's'"))
                .containsExactly("c d f h i");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void names_that_the_target_or_dmt_needs_for_itself_are_changed_and_listed(String line) {
        Migration migration = run(
                line,
                "CREATE TABLE dmt_ledger(ctid TEXT, xmin INT)",
                "INSERT INTO dmt_ledger VALUES ('a', 1)",
                "CREATE TABLE \"Order Details\"(\"select\" INT, \"a.b/ü\" INT)",
                "INSERT INTO \"Order Details\" VALUES (1, 2)");

        assertThat(migration.ask("SELECT * FROM dmt_ledger_")).containsExactly("a|1");
        assertThat(migration.ask("SELECT \"select\", \"a.b/ü\" FROM \"Order Details\""))
                .containsExactly("1|2");
        assertThat(migration.dmt("explain").out())
                .contains("the target calls it dmt_ledger_", "the target calls it ctid_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void keys_that_ignore_case_go_on_ignoring_it_and_the_rest_is_listed(String line) {
        Migration migration = run(
                line,
                "CREATE TABLE u(email TEXT COLLATE NOCASE UNIQUE, name VARCHAR(9) PRIMARY KEY, nick TEXT COLLATE NOCASE)",
                "CREATE TABLE f(e TEXT REFERENCES u(email), n TEXT REFERENCES u)",
                "INSERT INTO u VALUES ('A@x', 'joe', 'J')",
                "INSERT INTO f VALUES ('a@X', 'joe')");

        assertThat(migration.ask("SELECT indexdef LIKE '%UNIQUE%lower((email COLLATE \"C\"))%' FROM pg_indexes"
                        + " WHERE tablename = 'u' AND indexname = 'u_email_nocase'"))
                .containsExactly("t");
        assertThat(migration.ask("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'"))
                .containsExactly("FOREIGN KEY (n) REFERENCES u(name)");
        assertThat(migration.dmt("explain").out())
                .contains("collation u.nick COLLATE NOCASE: comparisons and ORDER BY ignore the case")
                .contains("foreign key f.e -> u: the parent's key on email has a collation");
    }

    private Migration run(String line, String... statements) {
        Migration migration =
                Migration.in(folder, line).config("on_misfit: widen").source(statements);
        DmtProcess.Result run = migration.dmt("run");
        assertThat(run.exitStatus()).as(run.err()).isZero();
        return migration;
    }
}
