package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.ConfigLoader;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.DmtConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.Ddl;
import dev.dmt.engine.Engines;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.PlanInputs;
import dev.dmt.plan.PlanRules;
import dev.dmt.plan.Planner;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.TableSelection;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Table;
import dev.dmt.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Zero will find is known before anything is created: the plan and the catalog describe the same tables. */
class PlannedTablesIT {
    private static final List<String> SOURCE = List.of(
            "CREATE TABLE artists (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(80) NOT NULL UNIQUE, born DATE,"
                    + " score REAL, price DECIMAL(10,2), any NUMERIC, alive BOOLEAN, photo BLOB, data JSON, at TIMESTAMP,"
                    + " note TEXT COLLATE NOCASE UNIQUE)",
            "CREATE TABLE Albums (artist INTEGER NOT NULL REFERENCES artists (id) ON DELETE CASCADE, title TEXT NOT NULL,"
                    + " code TEXT, length INTEGER, minutes INTEGER GENERATED ALWAYS AS (length / 60) STORED,"
                    + " seconds INTEGER GENERATED ALWAYS AS (length % 60) VIRTUAL, PRIMARY KEY (artist, title))",
            "CREATE UNIQUE INDEX album_code ON Albums (code)",
            "CREATE UNIQUE INDEX album_some ON Albums (code) WHERE length > 0",
            "CREATE UNIQUE INDEX album_folded ON Albums (lower(title))",
            "CREATE INDEX album_length ON Albums (length)",
            "CREATE TABLE \"Track List\" (\"First Name\" TEXT, artist INTEGER, title TEXT, code TEXT REFERENCES Albums (code),"
                    + " FOREIGN KEY (artist, title) REFERENCES Albums (artist, title) DEFERRABLE INITIALLY DEFERRED)",
            "CREATE TABLE loose (a INT, b TEXT NOT NULL, UNIQUE (b, a))",
            "CREATE TABLE words (word TEXT PRIMARY KEY) WITHOUT ROWID",
            "INSERT INTO artists (name, born, score, price, any, alive, data, at) VALUES ('a', '2020-01-01', 1.5, 1.25,"
                    + " 7, 1, '{}', '2020-01-01 10:00:00')",
            "INSERT INTO Albums (artist, title, length) VALUES (1, 't', 61)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest"})
    void the_plan_and_the_catalog_describe_the_same_tables(String line) throws SQLException {
        DatabaseConfig database = TestPostgres.line(line).freshDatabase();
        MigrationPlan plan = plan();
        create(database, plan.tables().stream().map(TablePlan::target).toList());
        try (TargetDatabase target = Engines.of(EngineName.POSTGRES).openTarget(database, 1)) {
            assertThat(target.replication().orElseThrow().tables(List.of("public")))
                    .containsExactlyElementsOf(PlannedTables.of(plan));
        }
    }

    private MigrationPlan plan() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : SOURCE) {
                statement.execute(sql);
            }
        }
        Map<String, String> settings = Map.of("source.path", "app.db", "target.database", "app", "target.user", "app");
        DmtConfig config = ConfigLoader.load(new ConfigRequest(Optional.empty(), settings, Map.of(), folder));
        try (SourceDatabase source =
                Engines.of(EngineName.SQLITE).openSource(config.source(), folder.resolve("workspace"))) {
            DatabaseSchema schema = source.describe(new TableSelection(config.migration()).wanted());
            PlanInputs inputs = new PlanInputs(
                    config,
                    schema,
                    schema.tables().stream().map(source::profile).toList(),
                    source.sequenceFloors(),
                    source.types(),
                    Engines.of(EngineName.POSTGRES).dialect(config.target()),
                    source.reader()::partitions,
                    PlanRules.NONE);
            return Planner.plan(inputs, source.fingerprint(), source.guarantee());
        }
    }

    private static void create(DatabaseConfig database, List<Table> tables) {
        Ddl ddl = Engines.of(EngineName.POSTGRES).dialect(database).ddl();
        tables.forEach(table -> run(database, ddl.createTable(table)));
        for (Table table : tables) {
            table.primaryKey().ifPresent(key -> run(database, ddl.createPrimaryKey(table, key)));
            table.uniqueKeys().forEach(key -> run(database, ddl.createUniqueKey(table, key)));
            table.indexes().forEach(index -> run(database, ddl.createIndex(table, index)));
        }
        for (Table table : tables) {
            table.foreignKeys().forEach(key -> run(database, ddl.createForeignKey(table, key)));
        }
    }

    private static void run(DatabaseConfig database, List<String> statements) {
        TestPostgres.execute(database, statements.toArray(String[]::new));
    }
}
