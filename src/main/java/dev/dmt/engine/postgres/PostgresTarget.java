package dev.dmt.engine.postgres;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.Ddl;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.Reader;
import dev.dmt.engine.ReplicationCatalog;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetTypes;
import dev.dmt.engine.WireColumn;
import dev.dmt.engine.WireFormat;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.jdbc.JdbcLedger;
import dev.dmt.engine.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An open PostgreSQL. Thread-safe. */
final class PostgresTarget implements TargetDatabase {
    private static final String KEEP = "embedded_keep";

    private final JdbcConnections connections;
    /** Where the database is, as a person or psql wants it, without a password. */
    private final String url;

    private final JdbcLedger ledger;
    private final Optional<EmbeddedPostgres> embedded;
    private final PostgresDialect dialect;

    private PostgresTarget(DatabaseConfig config, int most, Optional<EmbeddedPostgres> embedded) {
        String schema = schema(config);
        this.connections = PostgresConnections.open(config, schema, most);
        this.url = "postgres://" + config.user() + "@" + config.host() + ":" + config.port() + "/" + config.database();
        this.embedded = embedded;
        this.dialect = new PostgresDialect(schema);
        this.ledger = new JdbcLedger(connections, new PostgresLedger(new LedgerTable(schema)), new PostgresWork());
    }

    static PostgresTarget open(DatabaseConfig given, int connections) {
        Optional<EmbeddedPostgres> embedded = given.path().map(folder -> EmbeddedPostgres.open(Path.of(folder)));
        try {
            DatabaseConfig config =
                    embedded.map(server -> locate(given, server)).orElse(given);
            return new PostgresTarget(config, connections, embedded);
        } catch (RuntimeException e) {
            embedded.ifPresent(EmbeddedPostgres::close);
            throw e;
        }
    }

    static String schema(DatabaseConfig config) {
        return config.schema().isEmpty() ? "public" : config.schema();
    }

    private static DatabaseConfig locate(DatabaseConfig given, EmbeddedPostgres server) {
        if (Boolean.parseBoolean(given.properties().get(KEEP))) {
            server.keepRunning();
        }
        String database = given.database().isEmpty() ? "postgres" : given.database();
        String user = given.user().isEmpty() ? EmbeddedPostgres.USER : given.user();
        server.provide(database, user);
        return new DatabaseConfig(
                given.type(),
                given.path(),
                "127.0.0.1",
                server.port(),
                database,
                user,
                given.password(),
                given.schema(),
                given.sslMode(),
                given.snapshot(),
                given.properties());
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
        return new PostgresReader(connections);
    }

    @Override
    public TargetCatalog catalog() {
        return new PostgresCatalog(connections);
    }

    @Override
    public boolean isPlaceOf(String sourceFingerprint) {
        return isPlaceOf(sourceFingerprint, defaultSchema());
    }

    @Override
    public boolean isPlaceOf(String sourceFingerprint, String schema) {
        return SourceIdentity.isPostgres(sourceFingerprint)
                && connections.with(
                        "identifying the target",
                        connection ->
                                new SourceIdentity(connection, List.of(schema)).isPlaceOf(sourceFingerprint, schema));
    }

    @Override
    public Optional<ReplicationCatalog> replication() {
        return Optional.of(new PostgresReplication(connections));
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
    public Optional<WireFormat.Own> ownFormat(List<WireColumn> columns, boolean untouched) {
        return dialect.ownFormat(columns, untouched);
    }

    @Override
    public int maximumColumns() {
        return dialect.maximumColumns();
    }

    @Override
    public boolean constraintNamesAreTheTables() {
        return dialect.constraintNamesAreTheTables();
    }

    @Override
    public Optional<String> acceptedName(String wanted) {
        return dialect.acceptedName(wanted);
    }

    @Override
    public String keepRunning() {
        embedded.ifPresent(EmbeddedPostgres::keepRunning);
        return url;
    }

    @Override
    public void endSoon() {
        connections.endSoon(() -> embedded.ifPresent(EmbeddedPostgres::close));
    }

    @Override
    public void close() {
        try {
            ledger.close();
        } finally {
            try {
                connections.close();
            } finally {
                embedded.ifPresent(EmbeddedPostgres::close);
            }
        }
    }
}
