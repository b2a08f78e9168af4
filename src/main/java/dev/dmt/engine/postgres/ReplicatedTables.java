package dev.dmt.engine.postgres;

import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Key;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicaIdentity;
import dev.dmt.schema.replicated.ReplicatedColumn;
import dev.dmt.schema.replicated.ReplicatedColumn.Generation;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.schema.replicated.TableNature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes all relations of some schemas, by as many queries for two thousand tables as for one. */
record ReplicatedTables(Connection connection, List<String> schemas) {
    List<ReplicatedTable> describe() throws SQLException {
        Map<Long, List<ReplicatedColumn>> columns =
                grouped(ReplicationQueries.COLUMNS, row -> row.getLong(1), ReplicatedTables::column);
        Map<Long, List<UniqueIndex>> indexes =
                grouped(ReplicationQueries.KEYS, row -> row.getLong(1), ReplicatedTables::uniqueIndex);
        Map<Long, List<Key>> otherIndexes =
                grouped(ReplicationQueries.OTHER_INDEXES, row -> row.getLong(1), ReplicatedTables::otherIndex);
        Map<Long, List<ForeignKey>> foreignKeys =
                grouped(ReplicationQueries.FOREIGN_KEYS, row -> row.getLong(10), TableDescriber::foreignKey);
        List<ReplicatedTable> tables = new ArrayList<>();
        rows(ReplicationQueries.RELATIONS, row -> {
            long oid = row.getLong(1);
            List<UniqueIndex> keys = indexes.getOrDefault(oid, List.of());
            tables.add(new ReplicatedTable(
                    new TableName(row.getString(2), row.getString(3)),
                    nature(row.getString(4), row.getBoolean(5)),
                    row.getString(6).equals("p"),
                    identity(row.getString(7), keys),
                    columns.getOrDefault(oid, List.of()),
                    keys.stream()
                            .filter(UniqueIndex::primary)
                            .map(UniqueIndex::key)
                            .findFirst(),
                    keys.stream()
                            .filter(index -> !index.primary() && !index.hidden())
                            .map(UniqueIndex::key)
                            .toList(),
                    otherIndexes.getOrDefault(oid, List.of()),
                    foreignKeys.getOrDefault(oid, List.of())));
        });
        return List.copyOf(tables);
    }

    private static TableNature nature(String kind, boolean partition) {
        return switch (kind) {
            case "v" -> TableNature.VIEW;
            case "m" -> TableNature.MATERIALIZED_VIEW;
            case "f" -> TableNature.FOREIGN_TABLE;
            default -> {
                if (partition) {
                    yield TableNature.PARTITION;
                }
                yield kind.equals("p") ? TableNature.PARTITIONED : TableNature.TABLE;
            }
        };
    }

    /** A table whose identity is an index that has been dropped has none. */
    private static ReplicaIdentity identity(String code, List<UniqueIndex> keys) {
        return switch (code) {
            case "f" -> ReplicaIdentity.WHOLE_ROW;
            case "n" -> ReplicaIdentity.NOTHING;
            case "i" -> {
                Optional<ReplicaIdentity> index = keys.stream()
                        .filter(UniqueIndex::identity)
                        .map(found -> (ReplicaIdentity)
                                new ReplicaIdentity.UniqueIndex(found.key().name()))
                        .findFirst();
                yield index.orElse(ReplicaIdentity.NOTHING);
            }
            default -> ReplicaIdentity.PRIMARY_KEY;
        };
    }

    private static ReplicatedColumn column(ResultSet row) throws SQLException {
        Generation generation = switch (row.getString(4)) {
            case "s" -> Generation.STORED;
            case "v" -> Generation.VIRTUAL;
            default -> Generation.NONE;
        };
        return new ReplicatedColumn(
                row.getString(2), ColumnType.read(row, 5).replicated(), row.getBoolean(3), generation);
    }

    private static UniqueIndex uniqueIndex(ResultSet row) throws SQLException {
        Key key = new Key(row.getString(2), TableDescriber.names(row, 6));
        return new UniqueIndex(key, row.getBoolean(3), row.getBoolean(4), row.getBoolean(5));
    }

    private static Key otherIndex(ResultSet row) throws SQLException {
        return new Key(row.getString(2), TableDescriber.names(row, 3));
    }

    private <T> Map<Long, List<T>> grouped(String query, Reading<Long> table, Reading<T> reading) throws SQLException {
        Map<Long, List<T>> groups = new HashMap<>();
        rows(
                query,
                row -> groups.computeIfAbsent(table.of(row), oid -> new ArrayList<>())
                        .add(reading.of(row)));
        return groups;
    }

    private void rows(String query, Taking taking) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taking.of(row);
                }
            }
        }
    }

    /**
     * What can name a row.
     *
     * @param identity names changed rows where the table's replica identity is an index
     * @param hidden from those who tell an index of a constraint by the constraints that need it, as Zero does
     */
    private record UniqueIndex(Key key, boolean primary, boolean identity, boolean hidden) {}

    /** One row of an answer as a value. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Does something with one row of an answer. */
    private interface Taking {
        void of(ResultSet row) throws SQLException;
    }
}
