package dev.dmt.engine.mssql;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Predicate;

/** One schema of a SQL Server's database, or several. Thread-safe. */
final class MssqlSource implements SourceDatabase {
    /** Far more than workers; connections are made when they are needed. */
    private static final int MOST_READERS = 64;

    private final JdbcConnections connections;
    private final JdbcConnections readers;
    private final SnapshotSupport snapshots;
    private final SourceSchemas schemas;
    private final String fingerprint;

    private MssqlSource(JdbcConnections connections, DatabaseConfig config) {
        this.connections = connections;
        this.schemas = connections.with("looking for schemas", connection -> SourceSchemas.of(config, connection));
        this.snapshots = connections.with("asking for snapshots", SnapshotSupport::of);
        this.readers = connections.entering(this::enter);
        this.fingerprint = connections.with(
                "identifying the source", connection -> new SourceIdentity(connection, schemas.names()).text());
    }

    private void enter(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(snapshots.setIsolation());
        }
    }

    static MssqlSource open(DatabaseConfig config) {
        if (config.snapshot() == SnapshotMode.COPY) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "a SQL Server source has no copy to read from",
                    ErrorContext.at("key", "source.snapshot")
                            .withHint(
                                    "leave it out; CREATE DATABASE ... AS SNAPSHOT makes one of the whole database, which"
                                            + " source.database may name"));
        }
        JdbcConnections connections = MssqlConnections.open(config, MOST_READERS);
        try {
            return new MssqlSource(connections, config);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    @Override
    public String engineVersion() {
        return "SQL Server " + connections.serverVersion();
    }

    @Override
    public String guarantee() {
        return snapshots.guarantee();
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public DatabaseSchema describe(Predicate<String> wanted) {
        return connections.with(
                "describing the source",
                connection -> new SourceCatalog(connection, schemas).describe(engineVersion(), wanted));
    }

    @Override
    public TableProfile profile(Table table) {
        return readers.with(
                "scanning " + table.name(),
                connection -> new SourceProfiler(connection).profile(table, relation(table.name())));
    }

    @Override
    public Map<String, Long> sequenceFloors() {
        return connections.with(
                "reading the identities", connection -> new SourceCatalog(connection, schemas).sequenceFloors());
    }

    @Override
    public SourceTypes types() {
        return new MssqlSourceTypes();
    }

    @Override
    public Reader reader() {
        return new MssqlReader(readers, this::relation);
    }

    private String relation(TableName table) {
        return Identifiers.quote(schemas.located(table));
    }

    @Override
    public void close() {
        connections.close();
    }
}
