package dev.dmt.engine.postgres;

import dev.dmt.schema.Index;
import java.util.Optional;

/**
 * An index that only the server's own words tell all of.
 *
 * @param sql what follows the table's name
 * @param portable its columns and its condition tell enough of it for other engines
 */
record OwnIndex(String sql, boolean portable) {
    Index of(Index described) {
        return portable
                ? new Index(
                        described.name(),
                        described.parts(),
                        described.unique(),
                        described.predicateSql(),
                        Optional.of(sql),
                        described.included())
                : Index.own(described.name(), described.unique(), sql);
    }
}
