package dev.dmt.engine.postgres;

import dev.dmt.config.EngineName;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Index;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a schema of a source holds, from its system catalog. */
record SourceCatalog(Connection connection, String schema) {
    DatabaseSchema describe(String version, Predicate<String> wanted) throws SQLException {
        requireSchema();
        Map<String, Long> oids = new TreeMap<>();
        rows(SourceQueries.TABLES, row -> oids.put(row.getString(2), row.getLong(1)));
        oids.keySet().removeIf(name -> !wanted.test(name));
        refuseAlike("tables", schema, oids.keySet());
        Map<String, List<Hindrance>> hindrances = hindrances();
        Map<String, Map<String, Index>> ownIndexes = ownIndexes();
        List<Table> tables = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>();
        for (Map.Entry<String, Long> entry : oids.entrySet()) {
            String name = entry.getKey();
            List<Hindrance> ofTable = hindrances.getOrDefault(name, List.of());
            Table described = new TableDescriber(connection, new TableName(schema, name), entry.getValue()).describe();
            if (described.columns().isEmpty()) {
                omissions.add(new Omission("table", "", name, "it has no columns", ""));
                continue;
            }
            refuseAlike(
                    "columns",
                    name,
                    described.columns().stream().map(column -> column.name()).collect(Collectors.toSet()));
            tables.add(new SourceTable(described, ofTable, ownIndexes.getOrDefault(name, Map.of())).plannable());
            ofTable.stream()
                    .filter(hindrance -> !hindrance.reason().isEmpty())
                    .map(Hindrance::omission)
                    .forEach(omissions::add);
        }
        rows(
                SourceQueries.OTHERS,
                row -> omissions.add(
                        new Omission(row.getString(1), "", row.getString(2), row.getString(3), row.getString(4))));
        return new DatabaseSchema(EngineName.POSTGRES.text(), version, tables, omissions);
    }

    /** Roots, whose rows are those of their partitions. */
    Set<String> partitioned() throws SQLException {
        Set<String> roots = new HashSet<>();
        rows(SourceQueries.TABLES, row -> {
            if (row.getBoolean(3)) {
                roots.add(row.getString(2));
            }
        });
        return roots;
    }

    Map<String, Long> sequenceFloors() throws SQLException {
        Map<String, Long> floors = new TreeMap<>();
        rows(SourceQueries.SEQUENCES, row -> floors.put(row.getString(1), row.getLong(2)));
        return floors;
    }

    private void requireSchema() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?")) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new DmtException(
                            ErrorCode.CONFIG,
                            "the source has no schema " + schema,
                            ErrorContext.at("key", "source.schema").withHint("name the schema that the tables are in"));
                }
            }
        }
    }

    /** The plan and its files tell names apart without regard to case. */
    private static void refuseAlike(String what, String where, Set<String> names) {
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

    private Map<String, List<Hindrance>> hindrances() throws SQLException {
        Map<String, List<Hindrance>> byTable = new HashMap<>();
        rows(
                SourceQueries.HINDRANCES,
                row -> byTable.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(Hindrance.read(row)));
        return byTable;
    }

    private Map<String, Map<String, Index>> ownIndexes() throws SQLException {
        Map<String, Map<String, Index>> byTable = new HashMap<>();
        rows(
                SourceQueries.OWN_INDEXES,
                row -> byTable.computeIfAbsent(row.getString(1), table -> new HashMap<>())
                        .put(row.getString(2), Index.own(row.getString(2), row.getBoolean(3), row.getString(4))));
        return byTable;
    }

    private void rows(String sql, RowUse use) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    use.of(result);
                }
            }
        }
    }

    /** What is done with the current row. */
    private interface RowUse {
        void of(ResultSet row) throws SQLException;
    }
}
