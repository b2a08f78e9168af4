package dev.dmt.testing.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.TestPostgres;
import dev.dmt.testing.zero.ZeroQuery.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether Zero takes what dmt wrote for a database: publication.sql runs, a real zero-cache syncs it, schema.ts passes the
 * compilers and the package's own check, a real client gets every row, every value and every related row, and later
 * changes arrive.
 */
public final class ZeroAcceptance {
    /** Of a table with more rows than this the client gets a part only. */
    public static final int MOST_ROWS = 5000;

    private ZeroAcceptance() {}

    /**
     * Throws an assertion's error where anything is not as it should be.
     *
     * @param output the folder with schema.ts and publication.sql
     * @param below a folder for what it needs itself
     */
    public static Answer of(Path output, DatabaseConfig database, Path below) {
        String publication = publish(output.resolve("publication.sql"), database);
        ZeroProject project = ZeroProject.of(output.resolve("schema.ts"));
        assertThat(TypeScriptCheck.problem(project)).as("what tsc says").isEmpty();
        try (ZeroCache cache = ZeroCache.start(database, publication, below)) {
            assertThat(SchemaCheck.problem(project, cache)).as("what Zero says").isEmpty();
            Answer answer = ZeroQuery.everything(project, cache, MOST_ROWS);
            ServedRows.compare(answer, database, MOST_ROWS);
            WritesGoOn.arrive(answer, database, project, cache);
            return answer;
        }
    }

    /** Runs the file; the name of the publication that it speaks of. */
    public static String publish(Path file, DatabaseConfig database) {
        try {
            String sql = Files.readString(file);
            TestPostgres.execute(database, sql);
            WritesGoOn.inDatabase(database);
            List<String> named =
                    TestPostgres.query(database, "SELECT pubname FROM pg_publication ORDER BY pubname").stream()
                            .filter(name -> !name.startsWith("_") && sql.contains(name))
                            .toList();
            assertThat(named).as("publications of " + file).hasSize(1);
            return named.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
