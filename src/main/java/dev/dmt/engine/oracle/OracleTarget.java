package dev.dmt.engine.oracle;

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
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.Optional;

/** An open Oracle. Thread-safe. */
final class OracleTarget implements TargetDatabase {
    private final JdbcConnections connections;
    private final JdbcLedger ledger;
    private final OracleDialect dialect;
    private final String place;

    private OracleTarget(JdbcConnections connections, DatabaseConfig config) {
        this.connections = connections;
        this.dialect = new OracleDialect(OracleDialect.schema(config));
        this.place = config.describe();
        this.ledger = new JdbcLedger(
                connections,
                new PortableLedger(new OracleLedgerWords(dialect.defaultSchema())),
                new OracleWork(config));
    }

    static OracleTarget open(DatabaseConfig config, int connections) {
        JdbcConnections pool = OracleConnections.open(config, connections);
        try {
            requireUnicode(pool, config);
            return new OracleTarget(pool, config);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static void requireUnicode(JdbcConnections pool, DatabaseConfig config) {
        Optional<String> narrow = pool.with("asking for the character set", TargetChecks::narrowCharacters);
        if (narrow.isPresent()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    config.describe() + " has the character set " + narrow.get()
                            + ", in which other characters would become question marks",
                    ErrorContext.at("key", "target").withHint("use a database with the character set AL32UTF8"));
        }
    }

    @Override
    public String engineVersion() {
        return connections.serverVersion().replace('\n', ' ');
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
        return new OracleReader(connections, OracleIdentifiers::quote);
    }

    @Override
    public TargetCatalog catalog() {
        return new OracleCatalog(connections);
    }

    @Override
    public boolean isPlaceOf(String sourceFingerprint) {
        return SourceIdentity.isOracle(sourceFingerprint)
                && connections.with(
                        "identifying the target",
                        connection -> new SourceIdentity(connection, defaultSchema()).isPlaceOf(sourceFingerprint));
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
    public boolean emptyIsNull(String nativeType) {
        return dialect.emptyIsNull(nativeType);
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
        return place;
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
