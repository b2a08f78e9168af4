package dev.dmt.engine.sqlite;

import dev.dmt.engine.Reader;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.SourceTypes;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableProfile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** An open SQLite database; all that reads it goes through the pinned readers. */
final class SqliteSource implements SourceDatabase {
    private final DatabaseFile file;
    private final PinnedReaders readers;
    private final CatalogReading catalog;
    private final Consistency consistency;
    private final String fingerprint;
    private final boolean utf16;

    /** How consistent the read is, in words, and a moment before the state that is read. */
    record Consistency(String guarantee, Instant before) {}

    SqliteSource(DatabaseFile file, PinnedReaders readers, CatalogReading catalog, Consistency consistency) {
        this.file = file;
        this.readers = readers;
        this.catalog = catalog;
        this.consistency = consistency;
        this.fingerprint = Fingerprint.of(file, readers.logState());
        this.utf16 = file.header().utf16();
    }

    @Override
    public String engineVersion() {
        try (PinnedReaders.Lease lease = readers.lease()) {
            return "SQLite " + lease.connection().getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw SqliteFailures.of("cannot ask for the version", ErrorContext.NONE, e);
        }
    }

    @Override
    public String guarantee() {
        return consistency.guarantee();
    }

    @Override
    public Optional<Instant> moment() {
        return Optional.of(consistency.before());
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public DatabaseSchema describe(Predicate<String> wanted) {
        try (PinnedReaders.Lease lease = readers.lease()) {
            return catalog.describe(lease.connection(), wanted);
        }
    }

    @Override
    public Map<String, Long> sequenceFloors() {
        try (PinnedReaders.Lease lease = readers.lease()) {
            return catalog.sequenceFloors(lease.connection());
        }
    }

    @Override
    public TableProfile profile(Table table) {
        try (PinnedReaders.Lease lease = readers.lease()) {
            return new TableProfiler(lease.connection(), utf16).profile(table);
        }
    }

    @Override
    public SourceTypes types() {
        return new SqliteTypes(catalog);
    }

    @Override
    public Reader reader() {
        return new SqliteReader(readers::lease, Conversions::of, utf16);
    }

    @Override
    public void close() {
        try {
            readers.close();
        } finally {
            file.close();
        }
    }
}
