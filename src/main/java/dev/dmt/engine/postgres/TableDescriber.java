package dev.dmt.engine.postgres;

import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes one table from the system catalog. */
record TableDescriber(Connection connection, TableName name, long oid) {
    Table describe() throws SQLException {
        Optional<Key> primary = keys("p").stream().findFirst();
        return new Table(
                name,
                columns(),
                primary,
                keys("u"),
                indexes(),
                foreignKeys(),
                rows(CatalogQueries.CHECKS, r -> new Check(r.getString(1), r.getString(2))),
                primary.map(key -> new RowOrder(RowOrder.Kind.KEY, key.columns()))
                        .orElse(new RowOrder(RowOrder.Kind.NONE, List.of())),
                rows(CatalogQueries.COMMENT, r -> Optional.ofNullable(r.getString(1)))
                        .get(0));
    }

    private List<Column> columns() throws SQLException {
        return rows(CatalogQueries.COLUMNS, r -> {
            Optional<String> expression = Optional.ofNullable(r.getString(4));
            String generated = r.getString(6);
            boolean computed = !generated.isEmpty();
            boolean identity = r.getBoolean(5);
            return new Column(
                    r.getString(1),
                    r.getString(2),
                    r.getBoolean(3),
                    computed || identity ? Optional.empty() : expression,
                    identity,
                    computed ? expression.map(e -> new GeneratedColumn(e, generated.equals("s"))) : Optional.empty(),
                    Optional.ofNullable(r.getString(7)),
                    Optional.ofNullable(r.getString(8)));
        });
    }

    private List<Key> keys(String kind) throws SQLException {
        List<Optional<Key>> all = rows(
                CatalogQueries.KEYS,
                r -> r.getString(2).equals(kind)
                        ? Optional.of(new Key(r.getString(1), names(r, 3)))
                        : Optional.empty());
        return all.stream().flatMap(Optional::stream).toList();
    }

    private List<ForeignKey> foreignKeys() throws SQLException {
        return rows(CatalogQueries.FOREIGN_KEYS, TableDescriber::foreignKey);
    }

    static ForeignKey foreignKey(ResultSet r) throws SQLException {
        return new ForeignKey(
                r.getString(1),
                names(r, 2),
                new TableName(r.getString(3), r.getString(4)),
                names(r, 5),
                action(r.getString(6)),
                action(r.getString(7)),
                r.getBoolean(8),
                r.getBoolean(9));
    }

    private List<Index> indexes() throws SQLException {
        Map<String, Index> byName = new LinkedHashMap<>();
        List<Index> pieces = rows(
                CatalogQueries.INDEXES,
                r -> new Index(
                        r.getString(1),
                        List.of(new IndexPart(
                                r.getString(4), r.getBoolean(5), r.getBoolean(6), Optional.ofNullable(r.getString(7)))),
                        r.getBoolean(2),
                        Optional.ofNullable(r.getString(3))));
        for (Index piece : pieces) {
            byName.merge(piece.name(), piece, TableDescriber::joined);
        }
        rows(CatalogQueries.INCLUDED, r -> List.of(r.getString(1), r.getString(2)))
                .forEach(pair -> byName.computeIfPresent(pair.get(0), (name, index) -> including(index, pair.get(1))));
        return List.copyOf(byName.values());
    }

    private static Index including(Index index, String column) {
        List<String> included = new ArrayList<>(index.included());
        included.add(column);
        return new Index(index.name(), index.parts(), index.unique(), index.predicateSql(), index.ownSql(), included);
    }

    private static Index joined(Index first, Index second) {
        List<IndexPart> parts = new ArrayList<>(first.parts());
        parts.addAll(second.parts());
        return new Index(first.name(), parts, first.unique(), first.predicateSql());
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    static List<String> names(ResultSet result, int column) throws SQLException {
        return List.of((String[]) result.getArray(column).getArray());
    }

    private <T> List<T> rows(String sql, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, oid);
            Stream.Builder<T> rows = Stream.builder();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows.build().toList();
        }
    }

    /** Makes a value of the current row. */
    private interface RowReader<T> {
        T read(ResultSet result) throws SQLException;
    }
}
