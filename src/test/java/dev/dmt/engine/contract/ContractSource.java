package dev.dmt.engine.contract;

import dev.dmt.config.ConfigLoader;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.Engines;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TableRead;
import dev.dmt.error.DmtException;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A source that is open on a database. */
final class ContractSource implements AutoCloseable {
    private final SourceDatabase source;
    private final DatabaseSchema schema;

    private ContractSource(SourceDatabase source) {
        this.source = source;
        this.schema = source.describe(name -> true);
    }

    static ContractSource open(TestEngine engine, TestDatabase database, Path folder) {
        SourceDatabase source = open(engine, database.config(), folder);
        try {
            return new ContractSource(source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static SourceDatabase open(TestEngine engine, DatabaseConfig config, Path folder) {
        try {
            return Engines.of(engine.engine()).openSource(config, folder);
        } catch (DmtException e) {
            if (String.valueOf(e.getMessage()).startsWith("this build of dmt cannot open")) {
                Skipped.because(engine, "this build has no such source");
            }
            throw e;
        }
    }

    SourceDatabase source() {
        return source;
    }

    DatabaseSchema schema() {
        return schema;
    }

    Table table(String name) {
        return schema.tables().stream()
                .filter(table -> table.name().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + name + " among " + schema.tables()));
    }

    /** How the planner would read the table. */
    TableRead reading(String name) {
        Table table = table(name);
        TableProfile profile = source.profile(table);
        List<ColumnRead> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnReading reading = source.types()
                    .read(table, table.columns().get(i), profile.columns().get(i), Optional.empty(), policies());
            columns.add(new ColumnRead(table.columns().get(i).name(), portable(reading.type()), reading.form()));
        }
        return new TableRead(table.name(), columns, table.order());
    }

    private static LogicalType portable(LogicalType type) {
        return type instanceof LogicalType.Native own ? own.portable() : type;
    }

    /** Rows in canonical form. */
    List<List<String>> rows(String table) {
        TableRead read = reading(table);
        return CanonicalRows.of(
                source.reader().open(read, KeyRange.ALL),
                read.columns().stream().map(ColumnRead::type).toList());
    }

    private static MigrationConfig policies() {
        Map<String, String> settings = Map.of("source.path", "app.db", "target.database", "app", "target.user", "app");
        return ConfigLoader.load(new ConfigRequest(Optional.empty(), settings, Map.of(), Path.of("")))
                .migration();
    }

    @Override
    public void close() {
        source.close();
    }
}
