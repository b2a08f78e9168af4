package dev.dmt.engine.sqlite.ddl;

import dev.dmt.engine.sqlite.ddl.RawCatalog.Entry;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawColumn;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawForeignKey;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawIndex;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawIndexPart;
import dev.dmt.engine.sqlite.ddl.RawCatalog.RawTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks SQLite for its whole catalog in five statements, however many tables there are. The names go in as a JSON list, so
 * that no PRAGMA runs on a virtual table, whose module may be missing.
 */
final class CatalogQueries {
    private static final String TABLES =
            "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' ORDER BY name COLLATE NOCASE, name";
    private static final String ENTRIES =
            "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE name IS NOT NULL ORDER BY rowid";
    private static final String COLUMNS = "SELECT n.value, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk, c.hidden"
            + " FROM json_each(?) AS n CROSS JOIN pragma_table_xinfo(n.value, 'main') AS c ORDER BY n.key, c.cid";
    private static final String INDEXES = "SELECT n.value, l.name, l.\"unique\", l.origin, l.partial,"
            + " x.cid, x.name, x.\"desc\", x.coll FROM json_each(?) AS n"
            + " CROSS JOIN pragma_index_list(n.value, 'main') AS l CROSS JOIN pragma_index_xinfo(l.name, 'main') AS x"
            + " WHERE x.key = 1 ORDER BY n.key, l.seq DESC, x.seqno";
    private static final String FOREIGN_KEYS = "SELECT n.value, f.id, f.\"table\", f.\"from\", f.\"to\","
            + " f.on_update, f.on_delete FROM json_each(?) AS n"
            + " CROSS JOIN pragma_foreign_key_list(n.value, 'main') AS f ORDER BY n.key, f.id DESC, f.seq";

    private final Connection connection;

    CatalogQueries(Connection connection) {
        this.connection = connection;
    }

    RawCatalog read() throws SQLException {
        List<RawTable> tables = tables();
        String names = JsonNames.list(tables.stream()
                .filter(t -> t.type().equals("table"))
                .map(RawTable::name)
                .toList());
        return new RawCatalog(tables, entries(), columns(names), indexes(names), foreignKeys(names));
    }

    String version() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT sqlite_version()");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The highest value that each AUTOINCREMENT table has ever given out; no line means that it has given none. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> floors = new HashMap<>();
        if (entries().stream().noneMatch(e -> e.name().equals("sqlite_sequence"))) {
            return floors;
        }
        String sql = "SELECT name, max(seq) FROM main.sqlite_sequence"
                + " WHERE name IS NOT NULL AND typeof(seq) = 'integer' GROUP BY name";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                floors.put(rows.getString(1), rows.getLong(2));
            }
        }
        return floors;
    }

    private List<RawTable> tables() throws SQLException {
        List<RawTable> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(new RawTable(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return tables;
    }

    private List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.add(new Entry(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return entries;
    }

    private Map<String, List<RawColumn>> columns(String names) throws SQLException {
        Map<String, List<RawColumn>> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, names);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String type = rows.getString(3);
                    of(columns, rows.getString(1))
                            .add(new RawColumn(
                                    rows.getString(2),
                                    type == null ? "" : type,
                                    rows.getInt(4) != 0,
                                    rows.getString(5),
                                    rows.getInt(6),
                                    rows.getInt(7)));
                }
            }
        }
        return columns;
    }

    private Map<String, List<RawIndex>> indexes(String names) throws SQLException {
        Map<String, List<RawIndex>> indexes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(INDEXES)) {
            statement.setString(1, names);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<RawIndex> ofTable = of(indexes, rows.getString(1));
                    String name = rows.getString(2);
                    if (ofTable.isEmpty()
                            || !ofTable.get(ofTable.size() - 1).name().equals(name)) {
                        ofTable.add(new RawIndex(
                                name, rows.getInt(3) != 0, rows.getString(4), rows.getInt(5) != 0, new ArrayList<>()));
                    }
                    ofTable.get(ofTable.size() - 1)
                            .parts()
                            .add(new RawIndexPart(
                                    rows.getString(7), rows.getInt(6) == -2, rows.getInt(8) != 0, rows.getString(9)));
                }
            }
        }
        return indexes;
    }

    private Map<String, List<RawForeignKey>> foreignKeys(String names) throws SQLException {
        Map<String, List<RawForeignKey>> keys = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FOREIGN_KEYS)) {
            statement.setString(1, names);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<RawForeignKey> ofTable = of(keys, rows.getString(1));
                    int id = rows.getInt(2);
                    if (ofTable.isEmpty() || ofTable.get(ofTable.size() - 1).id() != id) {
                        ofTable.add(new RawForeignKey(
                                id,
                                rows.getString(3),
                                new ArrayList<>(),
                                new ArrayList<>(),
                                rows.getString(6),
                                rows.getString(7)));
                    }
                    RawForeignKey key = ofTable.get(ofTable.size() - 1);
                    key.columns().add(rows.getString(4));
                    String parentColumn = rows.getString(5);
                    if (parentColumn != null) {
                        key.parentColumns().add(parentColumn);
                    }
                }
            }
        }
        return keys;
    }

    private static <T> List<T> of(Map<String, List<T>> map, String table) {
        return map.computeIfAbsent(AsciiCase.fold(table), name -> new ArrayList<>());
    }
}
