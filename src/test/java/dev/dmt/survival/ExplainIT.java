package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dmt.engine.SampleDatabase;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What explain says beforehand is what the target holds afterwards. */
class ExplainIT {
    @TempDir
    Path folder;

    @Test
    void the_target_holds_what_explain_said() throws IOException {
        Workbench bench = Workbench.in(folder).config();
        SampleDatabase.create(bench.source());
        DmtProcess.Result explained = bench.dmt("explain", "--json");
        assertThat(explained.exitStatus()).as(explained.err()).isZero();
        JsonNode said = new ObjectMapper().readTree(explained.out()).get("tables");
        assertThat(said).hasSize(11);

        DmtProcess.Result run = bench.dmt("run", "--yes");
        assertThat(run.exitStatus()).as(run.err()).isZero();
        for (JsonNode table : said) {
            String name = table.get("target").asText();
            assertThat(columns(bench, name)).as(name).containsExactlyInAnyOrderElementsOf(columns(table));
            assertThat(bench.targetCount(name))
                    .as(name)
                    .isEqualTo(table.get("rows").asLong());
            assertThat(count(bench, "pg_constraint WHERE contype = 'p' AND conrelid", name))
                    .isEqualTo(statements(table, "PRIMARY KEY ("));
            assertThat(count(bench, "pg_constraint WHERE contype = 'f' AND convalidated AND conrelid", name))
                    .isEqualTo(statements(table, "FOREIGN KEY ("));
            assertThat(count(bench, "pg_constraint WHERE contype = 'c' AND convalidated AND conrelid", name))
                    .isEqualTo(statements(table, " CHECK ("));
            assertThat(count(bench, "pg_constraint WHERE contype = 'u' AND conrelid", name))
                    .isEqualTo(statements(table, " UNIQUE ("));
            assertThat(count(
                            bench,
                            "pg_index i WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid ="
                                    + " i.indexrelid AND c.contype IN ('p', 'u')) AND indrelid",
                            name))
                    .isEqualTo(statements(table, " INDEX "));
        }
    }

    private static List<String> columns(JsonNode table) {
        List<String> columns = new ArrayList<>();
        table.get("columns")
                .forEach(column -> columns.add(column.get("target").asText() + " "
                        + column.get("native_type").asText()));
        return columns;
    }

    private static List<String> columns(Workbench bench, String table) {
        return TestPostgres.query(
                bench.target(),
                "SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '" + table
                        + "'::regclass AND attnum > 0 AND NOT attisdropped");
    }

    private static long count(Workbench bench, String fromUpToTable, String table) {
        return Long.parseLong(TestPostgres.query(
                        bench.target(), "SELECT count(*) FROM " + fromUpToTable + " = '" + table + "'::regclass")
                .get(0));
    }

    private static long statements(JsonNode table, String part) {
        long count = 0;
        for (JsonNode statement : table.get("ddl")) {
            String sql = statement.asText();
            count += !sql.startsWith("CREATE TABLE") && sql.contains(part) ? 1 : 0;
        }
        return count;
    }
}
