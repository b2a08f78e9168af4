package dev.dmt.engine.oracle;

import dev.dmt.config.EngineName;
import dev.dmt.engine.oracle.CatalogRows.IdentityRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Omission;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a schema of a source holds. Its tables go by their bare names. */
record SourceCatalog(Connection connection, String schema) {
    /** @param keepsPlaces true where rows are read as of one state, so that their places hold */
    DatabaseSchema describe(String version, Predicate<String> wanted, boolean keepsPlaces) throws SQLException {
        requireSchema();
        CatalogRows rows = new OracleDescriber(connection, schema, Optional.empty()).rows();
        List<Omission> omissions = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (Table table : new SchemaAssembly("", schema, rows).tables()) {
            if (!wanted.test(table.name().name())) {
                continue;
            }
            if (table.columns().isEmpty()) {
                omissions.add(new Omission("table", "", table.name().name(), "the user may see no column of it", ""));
                continue;
            }
            tables.add(plannable(table, keepsPlaces));
            refuseAlike(
                    "columns",
                    table.name().name(),
                    table.columns().stream().map(c -> c.name()).toList());
        }
        refuseAlike("tables", schema, tables.stream().map(t -> t.name().name()).toList());
        new Hindrances(schema, rows)
                .omissions().stream()
                        .filter(omission -> wanted.test(omission.table()))
                        .forEach(omissions::add);
        omissions.addAll(others());
        return new DatabaseSchema(EngineName.ORACLE.text(), version, tables, omissions);
    }

    private static Table plannable(Table table, boolean keepsPlaces) {
        boolean placed = table.order().kind() == RowOrder.Kind.PLACE && !keepsPlaces;
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.indexes(),
                table.foreignKeys().stream()
                        .filter(key -> key.referencedTable().schema().isEmpty())
                        .toList(),
                table.checks(),
                placed ? new RowOrder(RowOrder.Kind.NONE, List.of()) : table.order(),
                table.comment());
    }

    /** Per table the last number that its identity column can have given out. */
    Map<String, Long> sequenceFloors() throws SQLException {
        Map<String, Long> floors = new TreeMap<>();
        for (IdentityRow identity : new OracleDescriber(connection, schema, Optional.empty()).identities()) {
            floors.put(identity.table(), identity.step() > 0 ? Math.max(0, identity.next() - identity.step()) : 0);
        }
        return floors;
    }

    private List<Omission> others() throws SQLException {
        List<Omission> omissions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CatalogQueries.OTHERS.ofSchema())) {
            for (int i = 1; i <= CatalogQueries.OTHERS.owners(); i++) {
                statement.setString(i, schema);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    omissions.add(new Omission(
                            row.getString(1).toLowerCase(Locale.ROOT),
                            "",
                            row.getString(2),
                            "it is no table that dmt moves",
                            "create it in the target"));
                }
            }
        }
        return omissions;
    }

    private void requireSchema() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM ALL_USERS WHERE USERNAME = ?")) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new DmtException(
                            ErrorCode.CONFIG,
                            "the source has no schema " + schema,
                            ErrorContext.at("key", "source.schema")
                                    .withHint("name the user that the tables belong to; a name of small letters needs"
                                            + " double quotes of its own: '\"app\"'"));
                }
            }
        }
    }

    /** The plan and its files tell names apart without regard to case. */
    private static void refuseAlike(String what, String where, List<String> names) {
        Map<String, String> seen = new HashMap<>();
        for (String name : names) {
            String other = seen.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new DmtException(
                        ErrorCode.CONFIG,
                        what + " of " + where + " differ in nothing but case: " + other + ", " + name,
                        ErrorContext.hint("dmt cannot tell them apart yet; rename one in the source"));
            }
        }
    }
}
