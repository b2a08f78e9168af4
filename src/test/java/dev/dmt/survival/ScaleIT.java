package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many rows, many tables, great rows: in little memory. */
class ScaleIT {
    @TempDir
    Path folder;

    @Test
    void ten_million_rows_pass_with_256_megabytes_of_heap() {
        Workbench bench = Workbench.in(folder)
                .source(
                        "CREATE TABLE readings(id INTEGER PRIMARY KEY, sensor INTEGER, value REAL, note TEXT)",
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000000)"
                                + " INSERT INTO readings SELECT i, i % 1000, i * 0.25, 'n' || (i % 10) FROM n")
                .config("large_table_rows: 4000000");
        DmtProcess.Result result;
        try (DmtProcess process = DmtProcess.start(folder, Map.of(), List.of("-Xmx256m"), "run", "--yes")) {
            result = process.await();
        }
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(bench.targetCount("readings")).isEqualTo(10_000_000);
    }

    @Test
    void one_thousand_five_hundred_tables() {
        Workbench bench = Workbench.in(folder);
        String[] statements = new String[3000];
        for (int i = 0; i < 1500; i++) {
            statements[2 * i] = "CREATE TABLE t" + i + "(id INTEGER PRIMARY KEY, a TEXT)";
            statements[2 * i + 1] = "INSERT INTO t" + i + "(a) VALUES ('x'), ('y')";
        }
        bench.source(statements).config();
        DmtProcess.Result result = bench.dmt("run", "--yes");
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(bench.targetCount("t1499")).isEqualTo(2);
    }

    @Test
    void a_row_of_one_hundred_megabytes() {
        Workbench bench = Workbench.in(folder)
                .source(
                        "CREATE TABLE files(id INTEGER PRIMARY KEY, body BLOB)",
                        "INSERT INTO files(body) VALUES (x'01'), (zeroblob(100000000)), (x'02')")
                .config();
        DmtProcess.Result result;
        try (DmtProcess process = DmtProcess.start(folder, Map.of(), List.of("-Xmx1g"), "run", "--yes")) {
            result = process.await();
        }
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(TestPostgres.query(bench.target(), "SELECT sum(length(body)) FROM files"))
                .containsExactly("100000002");
    }
}
