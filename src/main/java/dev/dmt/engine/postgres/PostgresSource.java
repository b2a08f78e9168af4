package dev.dmt.engine.postgres;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.SnapshotMode;
import dev.dmt.engine.Reader;
import dev.dmt.engine.SharedSnapshot;
import dev.dmt.engine.SnapshotHolder;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.SourceTypes;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** One schema of a PostgreSQL, or several, as they were when the process opened them. Thread-safe. */
final class PostgresSource implements SourceDatabase {
    /** Far more than workers; connections are made when they are needed. */
    private static final int MOST_READERS = 64;

    private final JdbcConnections pool;
    private final HeldSnapshot snapshot;
    private final JdbcConnections readers;
    private final SourceSchemas schemas;
    private final String fingerprint;
    private final Set<TableName> partitioned;
    private final UserTypes users;

    private PostgresSource(JdbcConnections pool, HeldSnapshot snapshot, DatabaseConfig config) {
        this.pool = pool;
        this.snapshot = snapshot;
        this.readers = pool.entering(snapshot::enter);
        this.schemas = readers.with("looking for schemas", connection -> SourceSchemas.of(config, connection));
        String identity = readers.with(
                "identifying the source", connection -> new SourceIdentity(connection, schemas.names()).text());
        // Steps of one run that read different states must not take them for one.
        this.fingerprint = snapshot.isOurs()
                ? identity
                : identity + "@" + snapshot.snapshot().id();
        this.partitioned = readers.with(
                "looking for partitioned tables", connection -> new SourceCatalog(connection, schemas).partitioned());
        this.users = readers.with("looking for types", UserTypes::read);
    }

    static PostgresSource open(DatabaseConfig config) {
        return open(config, HeldSnapshot::take);
    }

    /** Sees the state that another process holds. */
    static PostgresSource open(DatabaseConfig config, SharedSnapshot held) {
        return open(config, pool -> HeldSnapshot.elsewhere(pool, held));
    }

    private static PostgresSource open(DatabaseConfig config, Function<JdbcConnections, HeldSnapshot> taking) {
        refuseUnsupported(config);
        JdbcConnections pool = PostgresConnections.openToRead(config, MOST_READERS);
        try {
            HeldSnapshot snapshot = taking.apply(pool);
            return new PostgresSource(pool, snapshot, config);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static void refuseUnsupported(DatabaseConfig config) {
        if (config.path().isPresent()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "an embedded PostgreSQL cannot be the source",
                    ErrorContext.at("key", "source.path")
                            .withHint("start it as a server, and set source.host and port"));
        }
        if (config.snapshot() == SnapshotMode.COPY) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "a PostgreSQL source has no copy to read from",
                    ErrorContext.at("key", "source.snapshot")
                            .withHint("leave it out: each process reads one snapshot; `dmt run` is one process"));
        }
    }

    @Override
    public String engineVersion() {
        return "PostgreSQL " + pool.serverVersion();
    }

    @Override
    public Optional<SnapshotHolder> holder() {
        return snapshot.isOurs() ? Optional.of(snapshot) : Optional.empty();
    }

    @Override
    public String guarantee() {
        if (!snapshot.isOurs()) {
            return "one snapshot for all processes: " + snapshot.snapshot().id() + " of "
                    + snapshot.snapshot().moment() + ", which another process holds";
        }
        return "one snapshot a process: all that a process reads is of one moment. Steps run in processes of their own"
                + " see later moments; what is changed between them shows in validation";
    }

    @Override
    public Optional<Instant> moment() {
        return Optional.of(snapshot.snapshot().moment());
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public DatabaseSchema describe(Predicate<String> wanted) {
        DatabaseSchema described = readers.with(
                "describing the source",
                connection -> new SourceCatalog(connection, schemas).describe(engineVersion(), users, wanted));
        return snapshot.isOurs() ? described : placed(described);
    }

    /**
     * A row's place is the same for all that read one snapshot, and for nobody else: only where the snapshot outlives this
     * process can an attempt that follows go on with the parts that are left.
     */
    private DatabaseSchema placed(DatabaseSchema described) {
        List<Table> tables = described.tables().stream()
                .map(table -> table.order().kind() == RowOrder.Kind.NONE
                                && !partitioned.contains(schemas.located(table.name()))
                        ? table.ordered(new RowOrder(RowOrder.Kind.PLACE, List.of()))
                        : table)
                .toList();
        return new DatabaseSchema(described.engine(), described.version(), tables, described.omissions());
    }

    @Override
    public TableProfile profile(Table table) {
        return readers.with(
                "scanning " + table.name(),
                connection -> new SourceProfiler(connection, users).profile(table, relation(table.name())));
    }

    @Override
    public Map<String, Long> sequenceFloors() {
        return readers.with(
                "reading the sequences", connection -> new SourceCatalog(connection, schemas).sequenceFloors());
    }

    @Override
    public SourceTypes types() {
        return new PostgresSourceTypes(users);
    }

    @Override
    public Reader reader() {
        return new PostgresReader(readers, this::relation);
    }

    /** The rows of tables that inherit are their own; those of partitions are their root's. */
    private String relation(TableName table) {
        TableName located = schemas.located(table);
        String qualified = PostgresIdentifiers.quote(located);
        return partitioned.contains(located) ? qualified : "ONLY " + qualified;
    }

    @Override
    public void close() {
        try {
            snapshot.close();
        } finally {
            pool.close();
        }
    }
}
