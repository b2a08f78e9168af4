package dev.dmt.engine.mysql;

import dev.dmt.engine.TableLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Adds or merges a chunk by way of a temporary table, keyed as the table is. ON DUPLICATE KEY UPDATE would change the row of
 * whatever unique key a row clashes with; an update leaves a row alone that has the very same bytes already.
 */
record ChunkMerge(TableLoad load) {
    static final String STAGING = "`dmt_chunk`";

    String create() {
        String key =
                load.upsert() ? " (UNIQUE KEY `dmt_key` (" + MysqlIdentifiers.quoteAll(load.keyColumns()) + "))" : "";
        return "CREATE TEMPORARY TABLE " + STAGING + key + " ENGINE = InnoDB ROW_FORMAT = DYNAMIC AS SELECT "
                + MysqlIdentifiers.quoteAll(load.columns()) + " FROM " + table() + " LIMIT 0";
    }

    List<String> statements() {
        if (!load.upsert()) {
            return List.of("INSERT INTO " + table() + " (" + MysqlIdentifiers.quoteAll(load.columns()) + ") SELECT "
                    + MysqlIdentifiers.quoteAll(load.columns()) + " FROM " + STAGING);
        }
        List<String> statements = new ArrayList<>();
        String same = load.keyColumns().stream()
                .map(MysqlIdentifiers::quote)
                .map(key -> "held." + key + " = fresh." + key)
                .collect(Collectors.joining(" AND "));
        List<String> others = load.columns().stream()
                .filter(column -> !load.keyColumns().contains(column))
                .map(MysqlIdentifiers::quote)
                .toList();
        if (!others.isEmpty()) {
            statements.add("UPDATE " + table() + " AS held JOIN " + STAGING + " AS fresh ON " + same + " SET "
                    + others.stream().map(c -> "held." + c + " = fresh." + c).collect(Collectors.joining(", ")));
        }
        statements.add("INSERT INTO " + table() + " (" + MysqlIdentifiers.quoteAll(load.columns()) + ") SELECT "
                + load.columns().stream()
                        .map(MysqlIdentifiers::quote)
                        .map("fresh."::concat)
                        .collect(Collectors.joining(", "))
                + " FROM " + STAGING + " AS fresh WHERE NOT EXISTS (SELECT 1 FROM " + table() + " AS held WHERE " + same
                + ")");
        return statements;
    }

    /** What a chunk that was refused has left in the session: it outlives the rollback. */
    static String dropLeft() {
        return "DROP TEMPORARY TABLE IF EXISTS " + STAGING;
    }

    String drop() {
        return "DROP TEMPORARY TABLE " + STAGING;
    }

    private String table() {
        return MysqlIdentifiers.quote(load.table().name());
    }
}
