package dev.dmt.engine.mysql;

import dev.dmt.engine.CheckFinding;
import dev.dmt.engine.InboundKey;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the target holds now. Thread-safe. */
final class MysqlCatalog implements TargetCatalog {
    private static final String KIND =
            "SELECT LOWER(TABLE_TYPE) FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?";

    private final JdbcConnections connections;

    MysqlCatalog(JdbcConnections connections) {
        this.connections = connections;
    }

    @Override
    public boolean schemaExists(String schema) {
        return asking(
                "looking for database " + schema,
                rows -> rows.any("SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?", schema));
    }

    @Override
    public Optional<Table> describe(TableName table) {
        return connections.with(
                "describing " + table,
                connection -> new TableCatalog(connection, table.schema()).describe(table.name()));
    }

    @Override
    public Optional<String> occupant(TableName table) {
        return asking("looking for " + table, rows -> rows.first(KIND, table.schema(), table.name()))
                .filter(kind -> !kind.equals("base table") && !kind.equals("system versioned"))
                .map(kind -> "a " + kind);
    }

    @Override
    public boolean holdsRows(TableName table) {
        return asking(
                "looking into " + table,
                rows -> rows.any(KIND, table.schema(), table.name())
                        && rows.any("SELECT 1 FROM " + MysqlIdentifiers.quote(table) + " LIMIT 1"));
    }

    @Override
    public long count(TableName table) {
        return countRows("SELECT count(*) FROM " + MysqlIdentifiers.quote(table));
    }

    @Override
    public long countRows(String countingSql) {
        return asking("counting", rows -> Long.parseLong(rows.first(countingSql).orElse("0")));
    }

    @Override
    public List<InboundKey> inboundKeys(TableName table) {
        return asking("looking what refers to " + table, rows -> {
            Map<InboundKey, InboundColumns> keys = new LinkedHashMap<>();
            rows.each(
                    CatalogQueries.INBOUND_KEY_COLUMNS,
                    row -> keys.computeIfAbsent(
                                    new InboundKey(
                                            new TableName(row.getString(1), row.getString(2)), row.getString(3), ""),
                                    key -> new InboundColumns())
                            .add(row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
                    table.schema(),
                    table.name());
            return keys.entrySet().stream()
                    .map(key -> new InboundKey(
                            key.getKey().child(),
                            key.getKey().name(),
                            key.getValue().definition(table)))
                    .toList();
        });
    }

    /** A view outlives its tables here, and reads those that come after them. */
    @Override
    public List<TableName> dependentViews(TableName table) {
        return List.of();
    }

    @Override
    public List<String> publications(TableName table) {
        return List.of();
    }

    @Override
    public List<CheckFinding> check(String schema) {
        return connections.with("checking the target", connection -> new TargetChecks(connection, schema).run());
    }

    private <T> T asking(String doing, Question<T> question) {
        return connections.with(doing, connection -> question.ask(new CatalogRows(connection)));
    }

    /** What is asked of the catalog. */
    private interface Question<T> {
        T ask(CatalogRows rows) throws SQLException;
    }

    /** A key's columns, gathered one by one. */
    private static final class InboundColumns {
        private final StringBuilder columns = new StringBuilder();
        private final StringBuilder referenced = new StringBuilder();
        private String rules = "";

        void add(String column, String parent, String delete, String update) {
            columns.append(columns.isEmpty() ? "" : ", ").append(MysqlIdentifiers.quote(column));
            referenced.append(referenced.isEmpty() ? "" : ", ").append(MysqlIdentifiers.quote(parent));
            rules = " ON DELETE " + delete + " ON UPDATE " + update;
        }

        String definition(TableName table) {
            return "FOREIGN KEY (" + columns + ") REFERENCES " + MysqlIdentifiers.quote(table) + " (" + referenced + ")"
                    + rules;
        }
    }
}
