package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.TableLoad;
import dev.dmt.engine.rows.CsvRows;
import dev.dmt.engine.sqlite.Identifiers;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConnection;

/** Inserts one chunk, row by row, or merges it: of rows with the same key the last wins. */
final class ChunkInsert {
    private final TableLoad load;
    private final Binding[] bindings;

    ChunkInsert(TableLoad load) {
        this.load = load;
        this.bindings = load.types().stream().map(Binding::of).toArray(Binding[]::new);
    }

    long run(Connection connection, InputStream chunk) throws SQLException {
        CsvRows rows = new CsvRows(chunk, load.types(), SqliteDialect.WIRE_FORMAT);
        // Past the pool's own covers of each call.
        try (PreparedStatement insert =
                connection.unwrap(SQLiteConnection.class).prepareStatement(sql())) {
            while (rows.next()) {
                for (int column = 0; column < bindings.length; column++) {
                    if (rows.isNull(column)) {
                        insert.setNull(column + 1, Types.NULL);
                    } else {
                        bindings[column].setter().set(insert, column + 1, rows, column);
                    }
                }
                insert.executeUpdate();
            }
        }
        return rows.rowNumber();
    }

    private String sql() {
        List<String> values = List.of(bindings).stream().map(Binding::sql).toList();
        String insert = "INSERT INTO " + Identifiers.quote(load.table().name().name()) + " AS held ("
                + Identifiers.list(load.columns()) + ") VALUES (" + String.join(", ", values) + ")";
        return load.upsert() ? insert + onConflict() : insert;
    }

    private String onConflict() {
        List<String> others = load.columns().stream()
                .filter(column -> !load.keyColumns().contains(column))
                .map(Identifiers::quote)
                .toList();
        String conflict = " ON CONFLICT (" + Identifiers.list(load.keyColumns()) + ") ";
        if (others.isEmpty()) {
            return conflict + "DO NOTHING";
        }
        // Whatever the column's collation; 1 and 1.0 are not the same where a column takes both.
        return conflict + "DO UPDATE SET "
                + others.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", "))
                + " WHERE "
                + others.stream()
                        .map(c -> "held." + c + " IS NOT excluded." + c + " COLLATE BINARY OR typeof(held." + c
                                + ") <> typeof(excluded." + c + ")")
                        .collect(Collectors.joining(" OR "));
    }
}
