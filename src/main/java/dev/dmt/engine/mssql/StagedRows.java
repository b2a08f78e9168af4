package dev.dmt.engine.mssql;

import dev.dmt.engine.TableLoad;
import dev.dmt.schema.Column;
import dev.dmt.schema.LogicalType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements by which the rows of a chunk go from a temporary table into their own. No MERGE: it has a history of errors,
 * and not everything that speaks T-SQL has it.
 */
record StagedRows(TableLoad load, List<LoadColumn> columns, Map<String, TargetColumn> present) {
    static final String STAGING = "#dmt_chunk";
    private static final String LOCKED = " WITH (UPDLOCK, HOLDLOCK)";

    StagedRows {
        columns = List.copyOf(columns);
        present = Map.copyOf(present);
    }

    List<String> create() {
        String definitions = columns.stream()
                .map(column -> Identifiers.quote(column.name()) + " " + stagedType(column) + " NULL")
                .collect(Collectors.joining(", "));
        return List.of(
                "IF OBJECT_ID(N'tempdb.." + STAGING + "') IS NOT NULL DROP TABLE " + STAGING,
                "CREATE TABLE " + STAGING + " (" + definitions + ", " + line() + " int IDENTITY(1,1) NOT NULL)");
    }

    String drop() {
        return "DROP TABLE " + STAGING;
    }

    /** Texts bring the collation of their column, or they could not be compared with it. */
    private String stagedType(LoadColumn column) {
        if (column.needsReading()) {
            return "nvarchar(max) COLLATE DATABASE_DEFAULT";
        }
        String declared = load.table()
                .column(column.name())
                .map(Column::nativeType)
                .orElse(column.held().uncollated());
        NativeName type = NativeName.parse(declared);
        if (!type.isText()) {
            return type.uncollated();
        }
        Optional<String> collation = Optional.ofNullable(present.get(column.name()))
                .flatMap(TargetColumn::collation)
                .or(type::collation);
        return type.uncollated() + " COLLATE " + collation.orElse("DATABASE_DEFAULT");
    }

    /** Of rows with the same key the last one stays; rows with a NULL in their key never meet. */
    String keepLast() {
        List<String> nullable = load.keyColumns().stream()
                .filter(key -> load.table().column(key).map(Column::nullable).orElse(false))
                .map(key -> Identifiers.quote(key) + " IS NULL")
                .toList();
        String apart = nullable.isEmpty()
                ? ""
                : ", CASE WHEN " + String.join(" OR ", nullable) + " THEN " + line() + " ELSE 0 END";
        return "WITH ranked AS (SELECT ROW_NUMBER() OVER (PARTITION BY " + Identifiers.quoteAll(load.keyColumns())
                + apart + " ORDER BY " + line() + " DESC) AS place FROM " + STAGING
                + ") DELETE FROM ranked WHERE place > 1";
    }

    /** Empty where there is nothing but the key. */
    Optional<String> update() {
        List<LoadColumn> others = columns.stream()
                .filter(column -> !load.keyColumns().contains(column.name()) && !isIdentity(column.name()))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String assignments = others.stream()
                .map(column -> Identifiers.quote(column.name()) + " = " + value(column))
                .collect(Collectors.joining(", "));
        String held = others.stream()
                .map(column -> exact(column, "held." + Identifiers.quote(column.name())))
                .collect(Collectors.joining(", "));
        String given =
                others.stream().map(column -> exact(column, value(column))).collect(Collectors.joining(", "));
        return Optional.of("UPDATE held SET " + assignments + " FROM " + table() + " AS held" + LOCKED + " JOIN "
                + STAGING + " AS given ON " + sameKey() + " WHERE EXISTS (SELECT " + held + " EXCEPT SELECT " + given
                + ")");
    }

    String insertMissing() {
        return insert() + " WHERE NOT EXISTS (SELECT 1 FROM " + table() + " AS held" + LOCKED + " WHERE " + sameKey()
                + ")";
    }

    String insert() {
        String names =
                columns.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
        String values = columns.stream().map(this::value).collect(Collectors.joining(", "));
        return "INSERT INTO " + table() + " (" + names + ") SELECT " + values + " FROM " + STAGING + " AS given";
    }

    /** Lets an identity's numbers be given, in a table that has one. */
    Optional<String> identityInsert(boolean on) {
        return load.columns().stream().anyMatch(this::isIdentity)
                ? Optional.of(
                        "IF OBJECTPROPERTY(" + Identifiers.objectId(load.table().name())
                                + ", N'TableHasIdentity') = 1 SET IDENTITY_INSERT " + table() + (on ? " ON" : " OFF"))
                : Optional.empty();
    }

    private boolean isIdentity(String column) {
        return load.table().column(column).map(Column::identity).orElse(false);
    }

    private String sameKey() {
        return IntStream.range(0, load.keyColumns().size())
                .mapToObj(i -> Identifiers.quote(load.keyColumns().get(i)))
                .map(key -> "held." + key + " = given." + key)
                .collect(Collectors.joining(" AND "));
    }

    private String value(LoadColumn column) {
        String given = "given." + Identifiers.quote(column.name());
        return column.needsReading() ? NativeText.read(column.held(), given) : given;
    }

    /**
     * What tells two values apart that = takes for the same: texts that differ in case or in blanks at the end, -0 and 0,
     * one moment at two offsets. Bytes are compared with their number, since zeros at the end do not count.
     */
    private static String exact(LoadColumn column, String value) {
        return switch (column.held().base()) {
            case "char", "varchar", "nchar", "nvarchar" ->
                "CONVERT(varbinary(max), " + value + "), DATALENGTH(" + value + ")";
            case "binary", "varbinary" -> value + ", DATALENGTH(" + value + ")";
            case "float" -> "CONVERT(binary(8), " + value + ")";
            case "real" -> "CONVERT(binary(4), " + value + ")";
            case "datetimeoffset" ->
                column.type() instanceof LogicalType.Native ? NativeText.write(column.held(), value) : value;
            case "xml", "json" -> "CONVERT(varbinary(max), CONVERT(nvarchar(max), " + value + "))";
            case "geometry", "geography", "hierarchyid" -> "CONVERT(varbinary(max), " + value + ")";
            default -> value;
        };
    }

    private String table() {
        return Identifiers.quote(load.table().name());
    }

    private String line() {
        String name = "dmt_line";
        while (load.columns().contains(name)) {
            name += "_";
        }
        return Identifiers.quote(name);
    }
}
