package dev.dmt.engine.mssql;

import dev.dmt.config.EngineName;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a schema of a source holds, from its catalog. */
record SourceCatalog(Connection connection, String schema) {
    DatabaseSchema describe(String version, Predicate<String> wanted) throws SQLException {
        Catalog catalog = new Catalog(connection);
        requireSchema(catalog);
        CatalogRows rows = catalog.ofSchema(schema);
        List<String> names = rows.tables().stream()
                .filter(wanted)
                .sorted(Comparator.naturalOrder())
                .toList();
        refuseAlike(names);
        List<Table> tables = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>();
        for (String name : names) {
            SourceTable table = new SourceTable(schema, rows.of(name), name);
            tables.add(table.plannable());
            omissions.addAll(table.omissions());
        }
        identities(catalog).stream()
                .filter(identity -> wanted.test(identity.table()))
                .flatMap(identity -> identity.omission().stream())
                .forEach(omissions::add);
        for (String query : OmissionQueries.ALL) {
            catalog.listIfAny(query, SourceCatalog::omission, schema).stream()
                    .filter(omission -> omission.table().isEmpty() || wanted.test(omission.table()))
                    .forEach(omissions::add);
        }
        return new DatabaseSchema(EngineName.MSSQL.text(), version, tables, omissions);
    }

    private static Omission omission(ResultSet row) throws SQLException {
        return new Omission(
                row.getString("kind"),
                row.getString("table_name"),
                row.getString("name"),
                row.getString("reason"),
                row.getString("remedy"));
    }

    Map<String, Long> sequenceFloors() throws SQLException {
        Map<String, Long> floors = new TreeMap<>();
        for (IdentityRow identity : identities(new Catalog(connection))) {
            identity.floor().ifPresent(floor -> floors.put(identity.table(), floor));
        }
        return floors;
    }

    private List<IdentityRow> identities(Catalog catalog) throws SQLException {
        return catalog.listIfAny(CatalogQueries.IDENTITIES, IdentityRow::read, schema);
    }

    private void requireSchema(Catalog catalog) throws SQLException {
        if (catalog.list("SELECT name FROM sys.schemas WHERE name = ?", row -> row.getString(1), schema)
                .isEmpty()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the source has no schema " + schema,
                    ErrorContext.at("key", "source.schema").withHint("name the schema that the tables are in"));
        }
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
