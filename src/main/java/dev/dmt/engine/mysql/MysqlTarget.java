package dev.dmt.engine.mysql;

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
import java.util.Optional;

/** An open MySQL or MariaDB. Thread-safe. */
final class MysqlTarget implements TargetDatabase {
    private final JdbcConnections connections;
    private final JdbcLedger ledger;
    private final MysqlDialect dialect;
    private final String url;

    private MysqlTarget(DatabaseConfig config, int most) {
        this.connections = JdbcConnections.open(config, MysqlDriver.toWrite(config), most);
        this.dialect = new MysqlDialect(schema(config));
        this.ledger = new JdbcLedger(
                connections, new PortableLedger(new MysqlLedger(dialect.defaultSchema())), new MysqlWork());
        this.url = "mysql://" + config.user() + "@" + config.host() + ":" + config.port() + "/" + config.database();
    }

    static MysqlTarget open(DatabaseConfig config, int connections) {
        return new MysqlTarget(config, connections);
    }

    /** A schema is a database: one may be named as the other. */
    static String schema(DatabaseConfig config) {
        return config.schema().isEmpty() ? config.database() : config.schema();
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
        return new MysqlReader(Sessions.of(connections), dialect.defaultSchema());
    }

    @Override
    public TargetCatalog catalog() {
        return new MysqlCatalog(connections);
    }

    @Override
    public boolean isPlaceOf(String sourceFingerprint) {
        return SourceIdentity.isMysql(sourceFingerprint)
                && connections.with(
                        "identifying the target",
                        connection ->
                                new SourceIdentity(connection, dialect.defaultSchema()).isPlaceOf(sourceFingerprint));
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
        return url;
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
