package dev.dmt.engine.mysql;

import dev.dmt.config.EngineName;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a database of a source holds. */
record SourceCatalog(Connection connection, String schema) {
    DatabaseSchema describe(String version, Predicate<String> wanted) throws SQLException {
        CatalogRows rows = new CatalogRows(connection);
        List<String> names = rows.list(CatalogQueries.TABLES, row -> row.getString(1), schema).stream()
                .filter(wanted)
                .toList();
        refuseAlike(names);
        TableCatalog catalog = new TableCatalog(connection, schema);
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            catalog.describe(name).map(this::unqualified).ifPresent(tables::add);
        }
        List<Omission> omissions = new ArrayList<>(catalog.omissions());
        rows.each(
                CatalogQueries.PARTITIONED,
                row -> {
                    if (names.contains(row.getString(1))) {
                        omissions.add(
                                new Omission("partitions", row.getString(1), "", "its rows go into one table", ""));
                    }
                },
                schema);
        String[] schemas = new String[CatalogQueries.OTHERS_PARAMETERS];
        Arrays.fill(schemas, schema);
        rows.each(
                CatalogQueries.OTHERS,
                row -> omissions.add(new Omission(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))),
                schemas);
        return new DatabaseSchema(EngineName.MYSQL.text(), version, tables, omissions);
    }

    /** By table, the last number that its counter gave out. */
    Map<String, Long> sequenceFloors() throws SQLException {
        Map<String, Long> floors = new TreeMap<>();
        new CatalogRows(connection)
                .each(
                        CatalogQueries.TABLES,
                        row -> {
                            long next = row.getLong(4);
                            if (!row.wasNull() && next > 0) {
                                floors.put(row.getString(1), next - 1);
                            }
                        },
                        schema);
        return floors;
    }

    private Table unqualified(Table table) {
        return new Table(
                        TableName.of(table.name().name()),
                        table.columns(),
                        table.primaryKey(),
                        table.uniqueKeys(),
                        table.indexes(),
                        table.foreignKeys().stream().map(this::unqualified).toList(),
                        table.checks(),
                        table.order())
                .commented(table.comment());
    }

    private ForeignKey unqualified(ForeignKey key) {
        TableName parent = key.referencedTable();
        return new ForeignKey(
                key.name(),
                key.columns(),
                parent.schema().equals(schema) ? TableName.of(parent.name()) : parent,
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferrable(),
                key.initiallyDeferred());
    }

    /** The plan and its files tell names apart without regard to case. */
    private static void refuseAlike(List<String> names) {
        Map<String, String> seen = new HashMap<>();
        for (String name : names) {
            String other = seen.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new DmtException(
                        ErrorCode.CONFIG,
                        "tables differ in nothing but case: " + other + ", " + name,
                        ErrorContext.hint("dmt cannot tell them apart yet; rename one in the source"));
            }
        }
    }
}
