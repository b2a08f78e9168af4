package dev.dmt.testing.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestPostgres;
import dev.dmt.testing.zero.ZeroQuery.Answer;
import dev.dmt.testing.zero.ZeroQuery.TableAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A publication must not keep the application from writing, and what it writes must arrive. */
final class WritesGoOn {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);

    private WritesGoOn() {}

    /** PostgreSQL refuses a DELETE as a whole, rows or not, where the publication leaves out what names a row. */
    static void inDatabase(DatabaseConfig database) {
        List<String> deletes = TestPostgres.query(
                database,
                "SELECT DISTINCT format('DELETE FROM %I.%I WHERE false', schemaname, tablename)"
                        + " FROM pg_publication_tables ORDER BY 1");
        TestPostgres.execute(database, deletes.toArray(String[]::new));
    }

    /** Touches a row and waits until the replica knows. */
    static void arrive(Answer answer, DatabaseConfig database, ZeroProject project, ZeroCache cache) {
        for (TableAnswer table : answer.tables()) {
            Optional<String> touch = table.rows().isEmpty() ? Optional.empty() : touch(table, database);
            if (touch.isPresent()) {
                String before = version(table, project, cache);
                TestPostgres.execute(database, touch.get());
                await(before, table, project, cache);
                return;
            }
        }
    }

    private static void await(String before, TableAnswer table, ZeroProject project, ZeroCache cache) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (version(table, project, cache).equals(before)) {
            assertThat(System.nanoTime())
                    .as("a change of " + table.server() + " arrives")
                    .isLessThan(deadline);
        }
    }

    private static Optional<String> touch(TableAnswer table, DatabaseConfig database) {
        return TestPostgres.query(
                        database,
                        "SELECT format('UPDATE %1$s SET %2$I = %2$I WHERE ctid = (SELECT min(ctid) FROM %1$s)',"
                                + " c.oid::regclass, attname)"
                                + " FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n"
                                + " ON n.oid = relnamespace WHERE attnum > 0 AND NOT attisdropped AND attgenerated = ''"
                                + " AND attidentity <> 'a' AND relkind = 'r' AND CASE nspname WHEN 'public' THEN ''"
                                + " ELSE nspname || '.' END || relname = '" + table.server() + "' LIMIT 1")
                .stream()
                .findFirst();
    }

    private static String version(TableAnswer table, ZeroProject project, ZeroCache cache) {
        Tool.Result result =
                project.script(LONGEST_READ, "row-version.mjs", cache.replica().toString(), table.server());
        assertThat(result.succeeded()).as(result.all()).isTrue();
        return result.out().strip();
    }
}
