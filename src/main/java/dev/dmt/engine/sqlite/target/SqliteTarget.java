package dev.dmt.engine.sqlite.target;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.Reader;
import dev.dmt.engine.ReplicationCatalog;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.engine.jdbc.JdbcLedger;
import dev.dmt.engine.sqlite.HeldReading;
import dev.dmt.engine.sqlite.ReadLease;
import dev.dmt.error.ErrorContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/** An open SQLite database to write to. Thread-safe. */
public final class SqliteTarget extends SqliteDialect implements TargetDatabase {
    private final Path path;
    private final JdbcConnections connections;
    private final WriteTurns turns;
    private final JdbcLedger ledger;
    private final boolean utf16;

    private SqliteTarget(DatabaseConfig config, int most) {
        super(config);
        FileDriver driver = new FileDriver(config);
        this.path = driver.path();
        this.turns = new WriteTurns(FileDriver.patience(config));
        this.connections = JdbcConnections.open(config, driver, most);
        this.utf16 = connections.with("asking for the encoding", HeldReading::isUtf16);
        this.ledger = new JdbcLedger(
                connections, new FileLedger(FileLedgerWords.ofThisProcess(), turns), new FileWork(turns));
    }

    /** Makes the file where there is none. */
    public static TargetDatabase open(DatabaseConfig config, int connections) {
        return new SqliteTarget(config, connections);
    }

    @Override
    public String engineVersion() {
        return connections.serverVersion();
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Reader reader() {
        return HeldReading.reader(this::lend, utf16);
    }

    private ReadLease lend() {
        Connection pooled = connections.borrow();
        try {
            return new Lent(connections, pooled, pooled.unwrap(SQLiteConnection.class));
        } catch (SQLException e) {
            connections.discard(pooled);
            throw connections.errors().during(e, "reading the target", ErrorContext.NONE);
        }
    }

    @Override
    public TargetCatalog catalog() {
        return new FileCatalog(connections, path);
    }

    /** A fingerprint does not tell where it was taken, but what is open does; the configuration refuses the rest. */
    @Override
    public boolean isPlaceOf(String sourceFingerprint) {
        return HeldReading.isOpenSource(path);
    }

    @Override
    public Optional<ReplicationCatalog> replication() {
        return Optional.empty();
    }

    @Override
    public String keepRunning() {
        return path.toString();
    }

    @Override
    public void endSoon() {
        connections.endSoon(turns::end);
    }

    @Override
    public void close() {
        try {
            ledger.close();
        } finally {
            connections.close();
        }
    }

    /** A connection of the pool, given back when closed. */
    private record Lent(JdbcConnections connections, Connection pooled, Connection connection) implements ReadLease {
        @Override
        public void close() {
            try {
                pooled.close();
            } catch (SQLException e) {
                connections.discard(pooled);
            }
        }
    }
}
