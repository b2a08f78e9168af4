package dev.dmt.engine.sqlite;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.SnapshotMode;
import dev.dmt.engine.Engine;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.SourceTypes;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetDialect;
import dev.dmt.engine.sqlite.target.SqliteDialect;
import dev.dmt.engine.sqlite.target.SqliteTarget;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * SQLite. Of a source's properties it knows {@code busy_timeout} (milliseconds to wait for a lock, 5000) and
 * {@code readers} (connections pinned at the start in WAL mode), of a target's {@code busy_timeout} (300000).
 */
public final class SqliteEngine implements Engine {
    private static final int LEAST_READERS = 4;
    private static final int MOST_READERS = 16;

    private static final List<String> DOCUMENTED = List.of(
            "INTEGER",
            "BIGINT",
            "BOOLEAN",
            "REAL",
            "FLOAT4",
            "DECIMAL(10,2)",
            "DECIMAL_TEXT(38,10)",
            "TEXT",
            "VARCHAR(20)",
            "BLOB",
            "DATE",
            "TIME",
            "TIMESTAMP",
            "TIMESTAMPTZ",
            "INTERVAL_TEXT",
            "UUID",
            "JSON",
            "JSON_TEXT",
            "JSONB_TEXT",
            "XML_TEXT",
            "BIT_TEXT(8)",
            "VARBIT_TEXT(8)",
            "GEOMETRY_BLOB(4326)",
            "GEOGRAPHY_BLOB(4326)");

    private final CatalogReading catalog;

    public SqliteEngine() {
        this(new DeclaredCatalog());
    }

    SqliteEngine(CatalogReading catalog) {
        this.catalog = catalog;
    }

    @Override
    public EngineName name() {
        return EngineName.SQLITE;
    }

    @Override
    public SourceDatabase openSource(DatabaseConfig config, Path workspace) {
        Path path = Path.of(config.path()
                .orElseThrow(() -> new DmtException(
                        ErrorCode.CONFIG, "a SQLite source needs a path", ErrorContext.hint("set source.path"))));
        int busyMillis = number(config, "busy_timeout", 5_000);
        if (config.snapshot() == SnapshotMode.COPY) {
            Path copy = new SnapshotCopy(workspace, busyMillis).obtain(path);
            return open(copy, config, "copy: everything reads one consistent copy, " + copy.getFileName());
        }
        return open(path, config, "");
    }

    private SourceDatabase open(Path path, DatabaseConfig config, String guarantee) {
        // A file has no clock but that of the machine that writes it, which is this one.
        Instant before = Instant.now();
        DatabaseFile file = DatabaseFile.open(path);
        try {
            SourceChecks.check(file);
            SqliteOpener opener = new SqliteOpener(file, number(config, "busy_timeout", 5_000));
            int fallback = Math.max(
                    LEAST_READERS, Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors() + 2));
            Pinning.Pinned pinned = new Pinning(opener, number(config, "readers", fallback))
                    .pin(file.header().writeAheadLog());
            PinnedReaders readers = new PinnedReaders(opener, pinned);
            return new SqliteSource(
                    file,
                    readers,
                    catalog,
                    new SqliteSource.Consistency(guarantee.isEmpty() ? pinned.guarantee() : guarantee, before));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static int number(DatabaseConfig config, String property, int fallback) {
        String text = config.properties().get(property);
        if (text == null) {
            return fallback;
        }
        try {
            return Math.max(1, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "source.properties." + property + " is not a whole number",
                    ErrorContext.hint("give a whole number"),
                    e);
        }
    }

    @Override
    public List<String> documentedTypes() {
        return DOCUMENTED;
    }

    @Override
    public Optional<SourceTypes> declaredTypes() {
        return Optional.of(new SqliteTypes(catalog));
    }

    @Override
    public TargetDialect dialect(DatabaseConfig config) {
        return SqliteDialect.of(config);
    }

    @Override
    public TargetDatabase openTarget(DatabaseConfig config, int connections) {
        return SqliteTarget.open(config, connections);
    }
}
