package dev.dmt.engine.mssql;

import dev.dmt.engine.CheckFinding;
import dev.dmt.engine.InboundKey;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the target holds now. Thread-safe. */
final class MssqlCatalog implements TargetCatalog {
    private static final String KIND = "SELECT CASE o.type WHEN 'U' THEN N'' WHEN 'V' THEN N'a view'"
            + " WHEN 'SN' THEN N'a synonym' WHEN 'SO' THEN N'a sequence' WHEN 'P' THEN N'a procedure'"
            + " WHEN 'F' THEN N'a foreign key' WHEN 'C' THEN N'a check' WHEN 'D' THEN N'a default'"
            + " WHEN 'PK' THEN N'a primary key' WHEN 'UQ' THEN N'a unique key' WHEN 'TR' THEN N'a trigger'"
            + " ELSE N'a function or the like' END FROM sys.objects AS o JOIN sys.schemas AS s"
            + " ON s.schema_id = o.schema_id WHERE s.name = ? AND o.name = ?";

    private final JdbcConnections connections;

    MssqlCatalog(JdbcConnections connections) {
        this.connections = connections;
    }

    @Override
    public boolean schemaExists(String schema) {
        return !ask(
                        "looking for schema " + schema,
                        "SELECT name FROM sys.schemas WHERE name = ?",
                        row -> row.getString(1),
                        schema)
                .isEmpty();
    }

    @Override
    public Optional<Table> describe(TableName table) {
        return connections.with("describing " + table, connection -> {
            CatalogRows rows = new Catalog(connection).ofTable(table);
            return rows.columns().isEmpty() ? Optional.empty() : Optional.of(new TableAssembly(table, rows).table());
        });
    }

    @Override
    public Optional<String> occupant(TableName table) {
        return ask("looking for " + table, KIND, row -> row.getString(1), table.schema(), table.name()).stream()
                .filter(kind -> !kind.isEmpty())
                .findFirst();
    }

    @Override
    public boolean holdsRows(TableName table) {
        return connections.with("looking into " + table, connection -> {
            Catalog catalog = new Catalog(connection);
            return isThere(catalog, table)
                    && !catalog.list("SELECT TOP (1) 1 FROM " + Identifiers.quote(table), row -> row.getInt(1))
                            .isEmpty();
        });
    }

    private static boolean isThere(Catalog catalog, TableName table) throws SQLException {
        return !catalog.list(
                        "SELECT 1 FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id"
                                + " WHERE s.name = ? AND t.name = ?",
                        row -> row.getInt(1),
                        table.schema(),
                        table.name())
                .isEmpty();
    }

    @Override
    public long count(TableName table) {
        return countRows("SELECT COUNT_BIG(*) FROM " + Identifiers.quote(table));
    }

    @Override
    public long countRows(String countingSql) {
        return ask("counting", countingSql, row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public List<InboundKey> inboundKeys(TableName table) {
        List<Inbound> rows = ask(
                "looking what refers to " + table,
                CatalogQueries.INBOUND_KEYS,
                Inbound::read,
                table.schema(),
                table.name());
        List<InboundKey> keys = new ArrayList<>();
        TableAssembly.grouped(
                        rows,
                        row -> row.schema() + "\0" + row.key().table() + "\0"
                                + row.key().name())
                .values()
                .forEach(parts -> {
                    ForeignKey key = TableAssembly.foreignKey(
                            parts.stream().map(Inbound::key).toList());
                    TableName child = new TableName(
                            parts.get(0).schema(), parts.get(0).key().table());
                    keys.add(new InboundKey(child, key.name(), MssqlDdl.definition(key)));
                });
        return keys;
    }

    @Override
    public List<TableName> dependentViews(TableName table) {
        return connections.with(
                "looking what refers to " + table,
                connection -> new Catalog(connection)
                        .listIfAny(
                                CatalogQueries.BOUND_VIEWS,
                                row -> new TableName(row.getString(1), row.getString(2)),
                                Identifiers.quote(table)));
    }

    @Override
    public List<String> publications(TableName table) {
        return List.of();
    }

    @Override
    public List<CheckFinding> check(String schema) {
        return connections.with("checking the target", connection -> new TargetChecks(connection, schema).run());
    }

    private <T> List<T> ask(String doing, String sql, Catalog.RowReading<T> reading, String... parameters) {
        return connections.with(
                doing, (Connection connection) -> new Catalog(connection).list(sql, reading, parameters));
    }

    /** A column of a key of another table. */
    private record Inbound(String schema, ForeignKeyRow key) {
        static Inbound read(ResultSet row) throws SQLException {
            return new Inbound(row.getString("table_schema"), ForeignKeyRow.read(row));
        }
    }
}
