package dev.dmt.engine.postgres;

import dev.dmt.engine.TableLoad;
import dev.dmt.schema.Column;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Copies one chunk into its table, straight or by way of a staging table that lives as long as the transaction. */
final class ChunkCopy {
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final String STAGING = "pg_temp.dmt_chunk";

    private final Connection connection;
    private final TableLoad load;

    ChunkCopy(Connection connection, TableLoad load) {
        this.connection = connection;
        this.load = load;
    }

    long run(InputStream chunk) throws SQLException, IOException {
        if (!load.upsert()) {
            return copyInto(PostgresIdentifiers.quote(load.table().name()), chunk);
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : createStaging()) {
                statement.execute(sql);
            }
            long taken = copyInto(STAGING, chunk);
            statement.execute(merge());
            statement.execute("DROP TABLE " + STAGING);
            return taken;
        }
    }

    private long copyInto(String table, InputStream chunk) throws SQLException, IOException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        String sql = "COPY " + table + " (" + PostgresIdentifiers.quoteAll(load.columns())
                + ") FROM STDIN ("
                + (load.format() instanceof BinaryFormat ? "FORMAT binary" : "FORMAT csv, ENCODING 'UTF8'") + ")";
        return copies.copyIn(sql, chunk, BUFFER_BYTES);
    }

    /** The staging table has the chunk's columns with their types and nothing else, and remembers the lines' order. */
    private List<String> createStaging() {
        return List.of(
                "CREATE TEMP TABLE dmt_chunk ON COMMIT DROP AS SELECT " + PostgresIdentifiers.quoteAll(load.columns())
                        + " FROM " + PostgresIdentifiers.quote(load.table().name()) + " WITH NO DATA",
                "ALTER TABLE " + STAGING + " ADD COLUMN " + PostgresIdentifiers.quote(lineColumn())
                        + " bigint GENERATED ALWAYS AS IDENTITY");
    }

    private String merge() {
        String keys = PostgresIdentifiers.quoteAll(load.keyColumns());
        String columns = PostgresIdentifiers.quoteAll(load.columns());
        String line = PostgresIdentifiers.quote(lineColumn());
        return "INSERT INTO " + PostgresIdentifiers.quote(load.table().name()) + " AS held (" + columns + ")"
                + (writesIdentity() ? " OVERRIDING SYSTEM VALUE" : "")
                + " SELECT DISTINCT ON (" + keys + nullKeysApart(line) + ") " + columns + " FROM " + STAGING
                + " ORDER BY " + keys + nullKeysApart(line) + ", " + line + " DESC"
                + " ON CONFLICT (" + keys + ") " + onConflict();
    }

    private String onConflict() {
        List<String> others = load.columns().stream()
                .filter(column -> !load.keyColumns().contains(column))
                .map(PostgresIdentifiers::quote)
                .toList();
        if (others.isEmpty()) {
            return "DO NOTHING";
        }
        // Compared by image (as records: bare rows would be compared column by column): exact for every type, also for
        // those without an equality (json), and 1.0 is not 1.00.
        return "DO UPDATE SET "
                + others.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", "))
                + " WHERE ROW(" + prefixed("held.", others) + ")::record *<> ROW(" + prefixed("excluded.", others)
                + ")::record";
    }

    private static String prefixed(String prefix, List<String> columns) {
        return columns.stream().map(prefix::concat).collect(Collectors.joining(", "));
    }

    /** Rows with a NULL in a unique key never meet, so they must not be taken for one another. */
    private String nullKeysApart(String line) {
        List<String> nullable = load.keyColumns().stream()
                .filter(key -> load.table().column(key).map(Column::nullable).orElse(false))
                .map(key -> PostgresIdentifiers.quote(key) + " IS NULL")
                .toList();
        return nullable.isEmpty() ? "" : ", CASE WHEN " + String.join(" OR ", nullable) + " THEN " + line + " END";
    }

    private boolean writesIdentity() {
        return load.table().columns().stream()
                .anyMatch(column -> column.identity() && load.columns().contains(column.name()));
    }

    private String lineColumn() {
        String name = "dmt_line";
        while (load.columns().contains(name)) {
            name += "_";
        }
        return name;
    }
}
