package dev.dmt.engine.mssql;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.Ddl;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.Reader;
import dev.dmt.engine.ReplicationCatalog;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetTypes;
import dev.dmt.engine.WireFormat;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.jdbc.JdbcLedger;
import dev.dmt.engine.jdbc.PortableLedger;
import java.util.List;
import java.util.Optional;

/** An open SQL Server to write to. Thread-safe. */
final class MssqlTarget implements TargetDatabase {
    private final JdbcConnections connections;
    private final String address;
    private final MssqlDialect dialect;
    private final JdbcLedger ledger;

    private MssqlTarget(DatabaseConfig config, JdbcConnections connections) {
        this.connections = connections;
        this.address = config.describe();
        this.dialect = new MssqlDialect(schema(config));
        this.ledger = new JdbcLedger(
                connections, new PortableLedger(new MssqlLedger(dialect.defaultSchema())), new MssqlWork());
    }

    static MssqlTarget open(DatabaseConfig config, int most) {
        JdbcConnections connections = MssqlConnections.open(config, most);
        try {
            return new MssqlTarget(config, connections);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    static String schema(DatabaseConfig config) {
        return config.schema().isEmpty() ? "dbo" : config.schema();
    }

    @Override
    public String engineVersion() {
        return connections.serverVersion();
    }

    @Override
    public String engine() {
        return dialect.engine();
    }

    @Override
    public TargetTypes types() {
        return dialect.types();
    }

    @Override
    public Ddl ddl() {
        return dialect.ddl();
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Reader reader() {
        return new MssqlReader(connections);
    }

    @Override
    public TargetCatalog catalog() {
        return new MssqlCatalog(connections);
    }

    @Override
    public boolean isPlaceOf(String sourceFingerprint) {
        return isPlaceOf(sourceFingerprint, defaultSchema());
    }

    @Override
    public boolean isPlaceOf(String sourceFingerprint, String schema) {
        return SourceIdentity.isMssql(sourceFingerprint)
                && connections.with(
                        "identifying the target",
                        connection ->
                                new SourceIdentity(connection, List.of(schema)).isPlaceOf(sourceFingerprint, schema));
    }

    @Override
    public Optional<ReplicationCatalog> replication() {
        return Optional.empty();
    }

    @Override
    public String defaultSchema() {
        return dialect.defaultSchema();
    }

    @Override
    public WireFormat.Csv wireFormat() {
        return dialect.wireFormat();
    }

    @Override
    public int maximumColumns() {
        return dialect.maximumColumns();
    }

    @Override
    public Optional<String> acceptedName(String wanted) {
        return dialect.acceptedName(wanted);
    }

    @Override
    public String keepRunning() {
        return address;
    }

    @Override
    public void endSoon() {
        connections.endSoon(() -> {});
    }

    @Override
    public void close() {
        try {
            ledger.close();
        } finally {
            connections.close();
        }
    }
}
