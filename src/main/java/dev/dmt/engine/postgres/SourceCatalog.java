package dev.dmt.engine.postgres;

import dev.dmt.config.EngineName;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What some schemas of a source hold, from its system catalog. */
record SourceCatalog(Connection connection, SourceSchemas schemas) {
    DatabaseSchema describe(String version, UserTypes users, Predicate<String> wanted) throws SQLException {
        requireSchemas();
        Map<Long, TableName> located = located();
        located.values().removeIf(name -> !wanted.test(schemas.known(name).toString()));
        refuseAlike(
                "tables",
                schemas.names(),
                located.values().stream()
                        .map(name -> schemas.known(name).toString())
                        .toList());
        Map<Long, List<Hindrance>> hindrances = hindrances();
        Map<Long, Map<String, OwnIndex>> ownIndexes = ownIndexes();
        List<Table> tables = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>();
        for (Map.Entry<Long, TableName> entry : located.entrySet()) {
            TableName known = schemas.known(entry.getValue());
            List<Hindrance> ofTable = hindrances.getOrDefault(entry.getKey(), List.of());
            Table described = new TableDescriber(connection, entry.getValue(), entry.getKey()).describe();
            if (described.columns().isEmpty()) {
                omissions.add(new Omission("table", "", known.toString(), "it has no columns", ""));
                continue;
            }
            refuseAlike(
                    "columns",
                    List.of(known.toString()),
                    described.columns().stream().map(column -> column.name()).toList());
            Map<String, OwnIndex> own = ownIndexes.getOrDefault(entry.getKey(), Map.of());
            tables.add(new SourceTable(described, schemas, ofTable, own).plannable());
            ofTable.stream()
                    .filter(hindrance -> !hindrance.reason().isEmpty())
                    .map(hindrance -> hindrance.omission(known))
                    .forEach(omissions::add);
        }
        rows(SourceQueries.OTHERS, row -> omissions.add(other(row)));
        return new DatabaseSchema(EngineName.POSTGRES.text(), version, tables, omissions, users.named(), sequences());
    }

    private Omission other(ResultSet row) throws SQLException {
        TableName name = new TableName(row.getString(2), row.getString(3));
        String known =
                name.schema().isEmpty() ? name.name() : schemas.known(name).toString();
        return new Omission(row.getString(1), "", known, row.getString(4), "create it in the target");
    }

    private Map<Long, TableName> located() throws SQLException {
        Map<Long, TableName> names = new LinkedHashMap<>();
        rows(SourceQueries.TABLES, row -> names.put(row.getLong(1), new TableName(row.getString(4), row.getString(2))));
        return names;
    }

    /** Roots, whose rows are those of their partitions. */
    Set<TableName> partitioned() throws SQLException {
        Set<TableName> roots = new HashSet<>();
        rows(SourceQueries.TABLES, row -> {
            if (row.getBoolean(3)) {
                roots.add(new TableName(row.getString(4), row.getString(2)));
            }
        });
        return roots;
    }

    /** By the plan's names of the tables. */
    Map<String, Long> sequenceFloors() throws SQLException {
        Map<Long, TableName> names = located();
        Map<String, Long> floors = new TreeMap<>();
        rows(SourceQueries.SEQUENCES, row -> {
            TableName name = names.get(row.getLong(1));
            if (name != null) {
                floors.put(schemas.known(name).toString(), row.getLong(2));
            }
        });
        return floors;
    }

    private List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        rows(
                SourceQueries.OWN_SEQUENCES,
                row -> sequences.add(new Sequence(
                        schemas.known(new TableName(row.getString(1), row.getString(2))),
                        new BigInteger(row.getString(3)),
                        new BigInteger(row.getString(4)),
                        new BigInteger(row.getString(5)),
                        new BigInteger(row.getString(6)),
                        row.getBoolean(7),
                        Optional.ofNullable(row.getString(8)).map(BigInteger::new))));
        return sequences;
    }

    private void requireSchemas() throws SQLException {
        Set<String> found = new HashSet<>();
        rows("SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (?)", row -> found.add(row.getString(1)));
        for (String schema : schemas.names()) {
            if (!found.contains(schema)) {
                throw new DmtException(
                        ErrorCode.CONFIG,
                        "the source has no schema " + schema,
                        ErrorContext.at("key", schemas.several() ? "source.schemas" : "source.schema")
                                .withHint("name the schema that the tables are in"));
            }
        }
    }

    /** The plan and its files tell names apart without regard to case. */
    private static void refuseAlike(String what, List<String> where, List<String> names) {
        Map<String, String> seen = new HashMap<>();
        for (String name : names) {
            String other = seen.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new DmtException(
                        ErrorCode.CONFIG,
                        what + " of " + where.stream().collect(Collectors.joining(", "))
                                + " differ in nothing but case: " + other + ", " + name,
                        ErrorContext.hint("dmt cannot tell them apart yet; rename one in the source"));
            }
        }
    }

    private Map<Long, List<Hindrance>> hindrances() throws SQLException {
        Map<Long, List<Hindrance>> byTable = new HashMap<>();
        rows(SourceQueries.HINDRANCES, row -> {
            Hindrance hindrance = Hindrance.read(row);
            byTable.computeIfAbsent(hindrance.table(), table -> new ArrayList<>())
                    .add(hindrance);
        });
        return byTable;
    }

    private Map<Long, Map<String, OwnIndex>> ownIndexes() throws SQLException {
        Map<Long, Map<String, OwnIndex>> byTable = new HashMap<>();
        rows(
                SourceQueries.OWN_INDEXES,
                row -> byTable.computeIfAbsent(row.getLong(1), table -> new HashMap<>())
                        .put(row.getString(2), new OwnIndex(row.getString(5), row.getBoolean(4))));
        return byTable;
    }

    private void rows(String sql, RowUse use) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, connection.createArrayOf("text", schemas.names().toArray()));
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
