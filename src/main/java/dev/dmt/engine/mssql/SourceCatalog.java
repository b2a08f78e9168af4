package dev.dmt.engine.mssql;

import dev.dmt.config.EngineName;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the schemas of a source hold, from its catalog. */
record SourceCatalog(Connection connection, SourceSchemas schemas) {
    DatabaseSchema describe(String version, Predicate<String> wanted) throws SQLException {
        List<Table> tables = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        for (String schema : schemas.names()) {
            requireSchema(schema);
            describe(schema, wanted, tables, omissions);
            omissions.addAll(unmoved(schema, wanted));
            catalog()
                    .listIfAny(CatalogQueries.SEQUENCES, row -> sequence(schema, row), schema)
                    .forEach(sequences::add);
        }
        return new DatabaseSchema(EngineName.MSSQL.text(), version, tables, omissions, List.of(), sequences);
    }

    private void describe(String schema, Predicate<String> wanted, List<Table> tables, List<Omission> omissions)
            throws SQLException {
        CatalogRows rows = catalog().ofSchema(schema);
        List<String> names = rows.tables().stream()
                .filter(name -> wanted.test(known(schema, name)))
                .sorted(Comparator.naturalOrder())
                .toList();
        refuseAlike(names);
        for (String name : names) {
            SourceTable table = new SourceTable(schemas, rows.of(name), new TableName(schema, name));
            tables.add(table.plannable());
            omissions.addAll(table.omissions());
        }
    }

    private List<Omission> unmoved(String schema, Predicate<String> wanted) throws SQLException {
        List<Omission> omissions = new ArrayList<>();
        for (IdentityRow identity : identities(schema)) {
            String table = known(schema, identity.table());
            if (wanted.test(table)) {
                identity.omission(table).ifPresent(omissions::add);
            }
        }
        for (String query : OmissionQueries.ALL) {
            catalog().listIfAny(query, row -> omission(schema, row), schema).stream()
                    .filter(omission -> omission.table().isEmpty() || wanted.test(omission.table()))
                    .forEach(omissions::add);
        }
        return omissions;
    }

    private Omission omission(String schema, ResultSet row) throws SQLException {
        String table = row.getString("table_name");
        String name = row.getString("name");
        return new Omission(
                row.getString("kind"),
                table.isEmpty() ? "" : known(schema, table),
                table.isEmpty() ? known(schema, name) : name,
                row.getString("reason"),
                row.getString("remedy"));
    }

    private Sequence sequence(String schema, ResultSet row) throws SQLException {
        return new Sequence(
                schemas.known(new TableName(schema, row.getString("sequence_name"))),
                row.getBigDecimal("start_value").toBigInteger(),
                row.getBigDecimal("increment").toBigInteger(),
                row.getBigDecimal("minimum_value").toBigInteger(),
                row.getBigDecimal("maximum_value").toBigInteger(),
                row.getInt("is_cycling") == 1,
                Optional.of(row.getBigDecimal("current_value").toBigInteger()));
    }

    Map<String, Long> sequenceFloors() throws SQLException {
        Map<String, Long> floors = new TreeMap<>();
        for (String schema : schemas.names()) {
            for (IdentityRow identity : identities(schema)) {
                identity.floor().ifPresent(floor -> floors.put(known(schema, identity.table()), floor));
            }
        }
        return floors;
    }

    private Catalog catalog() {
        return new Catalog(connection);
    }

    private String known(String schema, String table) {
        return schemas.known(new TableName(schema, table)).toString();
    }

    private List<IdentityRow> identities(String schema) throws SQLException {
        return catalog().listIfAny(CatalogQueries.IDENTITIES, IdentityRow::read, schema);
    }

    private void requireSchema(String schema) throws SQLException {
        if (catalog()
                .list("SELECT name FROM sys.schemas WHERE name = ?", row -> row.getString(1), schema)
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
