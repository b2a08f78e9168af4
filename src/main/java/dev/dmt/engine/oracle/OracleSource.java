package dev.dmt.engine.oracle;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.SnapshotMode;
import dev.dmt.engine.Reader;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.SourceTypes;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import java.util.Map;
import java.util.function.Predicate;

/** One schema of an Oracle, as it was when the process opened it. Its tables go by their bare names. Thread-safe. */
final class OracleSource implements SourceDatabase {
    /** Far more than workers; connections are made when they are needed. */
    private static final int MOST_READERS = 64;

    private final JdbcConnections pool;
    private final JdbcConnections readers;
    private final SystemChange state;
    private final String schema;
    private final String fingerprint;

    private OracleSource(JdbcConnections pool, DatabaseConfig config) {
        this.pool = pool;
        this.schema = OracleDialect.schema(config);
        this.state = SystemChange.now(pool, config, schema);
        this.readers = pool.entering(state::enter);
        this.fingerprint =
                pool.with("identifying the source", connection -> new SourceIdentity(connection, schema).text());
    }

    static OracleSource open(DatabaseConfig config) {
        if (config.snapshot() == SnapshotMode.COPY) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "an Oracle source has no copy to read from",
                    ErrorContext.at("key", "source.snapshot")
                            .withHint(
                                    "leave it out: each process reads one state; source.properties.scn gives all of them one"));
        }
        JdbcConnections pool = OracleConnections.open(config, MOST_READERS);
        try {
            return new OracleSource(pool, config);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    @Override
    public String engineVersion() {
        return pool.serverVersion().replace('\n', ' ');
    }

    @Override
    public String guarantee() {
        return state.guarantee();
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public DatabaseSchema describe(Predicate<String> wanted) {
        return pool.with(
                "describing the source",
                connection -> new SourceCatalog(connection, schema)
                        .describe(engineVersion(), wanted, state.number().isPresent()));
    }

    @Override
    public TableProfile profile(Table table) {
        return readers.with(
                "scanning " + table.name(),
                ErrorContext.at("table", table.name().toString()),
                connection -> new SourceProfiler(connection).profile(table, relation(table.name())));
    }

    @Override
    public Map<String, Long> sequenceFloors() {
        return pool.with("reading the sequences", connection -> new SourceCatalog(connection, schema).sequenceFloors());
    }

    @Override
    public SourceTypes types() {
        return new OracleSourceTypes();
    }

    @Override
    public Reader reader() {
        return new OracleReader(readers, this::relation);
    }

    private String relation(TableName table) {
        return OracleIdentifiers.quote(new TableName(schema, table.name())) + state.asOf();
    }

    @Override
    public void close() {
        pool.close();
    }
}
