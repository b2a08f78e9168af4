package dev.dmt.engine.mysql;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.SnapshotMode;
import dev.dmt.engine.Reader;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.SourceTypes;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One database of a MySQL or MariaDB, as it was when the process opened it. Its tables go by their bare names. Thread-safe. */
final class MysqlSource implements SourceDatabase {
    private final SnapshotSessions sessions;
    private final String schema;
    private final String fingerprint;

    private MysqlSource(SnapshotSessions sessions, String schema) {
        this.sessions = sessions;
        this.schema = schema;
        this.fingerprint = with("identifying the source", connection -> new SourceIdentity(connection, schema).text());
    }

    static MysqlSource open(DatabaseConfig config) {
        if (config.snapshot() == SnapshotMode.COPY) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "a MySQL source has no copy to read from",
                    ErrorContext.at("key", "source.snapshot")
                            .withHint("leave it out: each process reads one snapshot; `dmt run` is one process"));
        }
        String schema = MysqlTarget.schema(config);
        SnapshotSessions sessions = SnapshotSessions.open(config, schema);
        boolean opened = false;
        try {
            MysqlSource source = new MysqlSource(sessions, schema);
            opened = true;
            return source;
        } finally {
            if (!opened) {
                sessions.close();
            }
        }
    }

    @Override
    public String engineVersion() {
        String version = sessions.serverVersion();
        return (version.contains("MariaDB") ? "MariaDB " : "MySQL ") + version;
    }

    @Override
    public String guarantee() {
        return sessions.guarantee() + ". Steps run in processes of their own see later moments; what is changed between"
                + " them shows in validation";
    }

    @Override
    public Optional<Instant> moment() {
        return Optional.of(sessions.before());
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public DatabaseSchema describe(Predicate<String> wanted) {
        return with(
                "describing the source",
                connection -> new SourceCatalog(connection, schema).describe(engineVersion(), wanted));
    }

    @Override
    public TableProfile profile(Table table) {
        TableName name = new TableName(
                table.name().schema().isEmpty() ? schema : table.name().schema(),
                table.name().name());
        return with(
                "scanning " + table.name(),
                connection -> new TableProfiler(connection).profile(table, MysqlIdentifiers.quote(name)));
    }

    @Override
    public Map<String, Long> sequenceFloors() {
        return with("reading the counters", connection -> new SourceCatalog(connection, schema).sequenceFloors());
    }

    @Override
    public SourceTypes types() {
        return new MysqlSourceTypes();
    }

    @Override
    public Reader reader() {
        return new MysqlReader(sessions, schema);
    }

    private <T> T with(String doing, Work<T> work) {
        Connection connection = sessions.borrow();
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw sessions.errors().during(e, doing, ErrorContext.NONE);
        } finally {
            sessions.giveBack(connection);
        }
    }

    @Override
    public void close() {
        sessions.close();
    }

    /** What is asked of a session. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
