package dev.dmt.plan;

import dev.dmt.config.ConfigLoader;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DmtConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.Engines;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.schema.DatabaseSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes plans as the program does: from a real SQLite file, for a target that needs no server for that: PostgreSQL unless target.type says otherwise. */
final class Planning {
    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private PlanRules rules = PlanRules.NONE;

    Planning(Path folder) {
        this.folder = folder;
        settings.put("source.path", "app.db");
        settings.put("target.database", "app");
        settings.put("target.user", "app");
    }

    Planning with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    Planning rules(PlanRules demanded) {
        rules = demanded;
        return this;
    }

    Planning source(String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    MigrationPlan plan() {
        DmtConfig config = ConfigLoader.load(new ConfigRequest(Optional.empty(), settings, Map.of(), folder));
        TableSelection selection = new TableSelection(config.migration());
        try (SourceDatabase source =
                Engines.of(EngineName.SQLITE).openSource(config.source(), folder.resolve("workspace"))) {
            DatabaseSchema schema = source.describe(selection.wanted());
            PlanInputs inputs = new PlanInputs(
                    config,
                    schema,
                    schema.tables().stream().map(source::profile).toList(),
                    source.sequenceFloors(),
                    source.types(),
                    Engines.of(config.target().type()).dialect(config.target()),
                    source.reader()::partitions,
                    rules);
            return Planner.plan(inputs, source.fingerprint(), source.guarantee());
        }
    }

    static TablePlan table(MigrationPlan plan, String name) {
        return plan.tables().stream()
                .filter(table -> table.source().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + name));
    }
}
