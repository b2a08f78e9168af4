package dev.dmt.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.testing.DmtProcess;
import dev.dmt.testing.TestPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person may feed it by mistake: each gives its exit status and a message that says what and what next. */
class BadInputIT {
    private static final int DATA = 65;
    private static final int UNREACHABLE = 69;
    private static final int TRANSIENT = 75;
    private static final int PERMISSION = 77;
    private static final int CONFIG = 78;

    @TempDir
    Path folder;

    @Test
    void something_that_is_no_sqlite_file() throws IOException {
        Workbench bench = Workbench.in(folder).config();
        Files.writeString(bench.source(), "this is a letter, not a database ".repeat(100));
        fails(bench, DATA, "not a SQLite database");
    }

    @Test
    void a_truncated_file() throws IOException {
        Workbench bench = Workbench.in(folder).events(20_000).config();
        try (RandomAccessFile file = new RandomAccessFile(bench.source().toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        fails(bench, DATA, "source.db");
    }

    @Test
    void a_missing_file() {
        fails(Workbench.in(folder).config(), CONFIG, "source.db");
    }

    @Test
    void a_locked_file() throws SQLException {
        Workbench bench = Workbench.in(folder).events(10).config();
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + bench.source());
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            fails(bench, TRANSIENT, "lock");
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void a_table_that_is_not_there() {
        Workbench bench = Workbench.in(folder).events(10).config("include_tables: [event]");
        fails(bench, CONFIG, "event");
    }

    @Test
    void an_unknown_key_with_its_place_and_a_suggestion() throws IOException {
        Workbench bench = Workbench.in(folder).events(10).config("shard_row: 5");
        DmtProcess.Result result = fails(bench, CONFIG, "shard_rows");
        assertThat(result.err()).contains("dmt.yaml:5");
        assertThat(Files.exists(folder.resolve(".dmt"))).isFalse();
    }

    @Test
    void a_wrong_password() {
        Workbench bench =
                Workbench.in(folder, guarded("secret-and-right")).events(10).config();
        DmtProcess.Result result = bench.dmtWith(Map.of("TARGET_PASSWORD", "secret-but-wrong"), "run", "--yes");
        assertThat(result.exitStatus()).as(result.err()).isEqualTo(PERMISSION);
        assertThat(result.err()).doesNotContain("secret-but-wrong");
    }

    @Test
    void a_server_that_is_down() {
        Workbench bench = Workbench.in(folder).through(1).events(10).config();
        DmtProcess.Result result = fails(bench, UNREACHABLE, "127.0.0.1");
        assertThat(result.err()).contains(":1").doesNotContain("\tat ");
    }

    @Test
    void a_schema_without_rights() {
        DatabaseConfig owner = TestPostgres.newest().freshDatabase();
        String role = "poor_" + owner.database();
        TestPostgres.execute(owner, "REVOKE ALL ON SCHEMA public FROM PUBLIC", "CREATE ROLE " + role + " LOGIN");
        Workbench bench = Workbench.in(folder, TestPostgres.withUser(owner, role, ""))
                .events(10)
                .config();
        fails(bench, PERMISSION, "public");
    }

    @Test
    void an_empty_database_and_tables_without_rows() {
        Workbench empty = Workbench.in(folder).source("PRAGMA user_version = 1", "CREATE TABLE t(a)", "DROP TABLE t");
        empty.config();
        assertThat(empty.dmt("run", "--yes").exitStatus()).isZero();
        empty.source("CREATE TABLE vacant(id INTEGER PRIMARY KEY, a TEXT)");
        DmtProcess.Result result = empty.dmt("run", "--yes", "--run-id", "second");
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(empty.targetCount("vacant")).isZero();
        TestPostgres.execute(empty.target(), "INSERT INTO vacant(a) VALUES ('x')");
        assertThat(TestPostgres.query(empty.target(), "SELECT id FROM vacant")).containsExactly("1");
    }

    @Test
    void two_thousand_columns_are_refused_with_the_targets_limit() {
        String columns =
                IntStream.range(0, 2000).mapToObj(i -> "c" + i + " INT").collect(Collectors.joining(", "));
        Workbench bench = Workbench.in(folder)
                .source("CREATE TABLE broad(" + columns + ")")
                .config();
        fails(bench, DATA, "1600");
    }

    @Test
    void nine_hundred_columns_work() {
        String columns = IntStream.range(0, 900).mapToObj(i -> "c" + i + " INT").collect(Collectors.joining(", "));
        String values = IntStream.range(0, 900).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        Workbench bench = Workbench.in(folder)
                .source("CREATE TABLE broad(" + columns + ")", "INSERT INTO broad VALUES (" + values + ")")
                .config();
        DmtProcess.Result result = bench.dmt("run", "--yes");
        assertThat(result.exitStatus()).as(result.err()).isZero();
        assertThat(TestPostgres.query(bench.target(), "SELECT c899 FROM broad")).containsExactly("899");
    }

    private static DmtProcess.Result fails(Workbench bench, int exitStatus, String part) {
        DmtProcess.Result result = bench.dmt("run", "--yes");
        assertThat(result.exitStatus()).as(result.err()).isEqualTo(exitStatus);
        assertThat(result.err()).contains(part).doesNotContain("\tat ");
        return result;
    }

    private static DatabaseConfig guarded(String password) {
        DatabaseConfig owner = TestPostgres.newest().freshDatabase();
        String role = "guarded_" + owner.database();
        TestPostgres.execute(owner, "CREATE ROLE " + role + " LOGIN SUPERUSER PASSWORD '" + password + "'");
        TestPostgres.demandPasswords(owner, role);
        return TestPostgres.withUser(owner, role, password);
    }
}
