package dev.dmt.engine.oracle;

import dev.dmt.engine.TableLoad;
import dev.dmt.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statement that loads a chunk, a row at a time: it is sent for many rows at once. */
record LoadText(TableLoad load, List<ColumnBind> binds) {
    static LoadText of(TableLoad load) {
        List<ColumnBind> binds = new ArrayList<>();
        for (int i = 0; i < load.columns().size(); i++) {
            binds.add(ColumnBind.of(
                    column(load, load.columns().get(i)), load.types().get(i), load.upsert()));
        }
        return new LoadText(load, List.copyOf(binds));
    }

    private static Column column(TableLoad load, String name) {
        return load.table()
                .column(name)
                .orElseThrow(() -> new IllegalArgumentException(load.table().name() + " has no column " + name));
    }

    boolean hasLargeColumns() {
        return binds.stream().anyMatch(ColumnBind::large);
    }

    /** @param direct above the table's high-water mark, which takes the table from all others until the transaction ends */
    String insert(boolean direct) {
        return "INSERT " + (direct ? "/*+ APPEND_VALUES */ " : "") + "INTO "
                + OracleIdentifiers.quote(load.table().name()) + " (" + OracleIdentifiers.quoteAll(load.columns())
                + ") VALUES (" + binds.stream().map(ColumnBind::sql).collect(Collectors.joining(", ")) + ")";
    }

    /** The rows of a batch are merged one after the other, so that of several with one key the last one stays. */
    String merge() {
        String incoming = IntStream.range(0, binds.size())
                .mapToObj(i -> binds.get(i).sql() + " AS "
                        + OracleIdentifiers.quote(load.columns().get(i)))
                .collect(Collectors.joining(", "));
        String keys = load.keyColumns().stream()
                .map(key -> held(key) + " = " + incoming(key))
                .collect(Collectors.joining(" AND "));
        List<String> others = load.columns().stream()
                .filter(column -> !load.keyColumns().contains(column))
                .toList();
        String update = others.isEmpty()
                ? ""
                : " WHEN MATCHED THEN UPDATE SET "
                        + others.stream()
                                .map(c -> held(c) + " = " + incoming(c))
                                .collect(Collectors.joining(", "))
                        + " WHERE " + others.stream().map(this::differs).collect(Collectors.joining(" OR "));
        return "MERGE INTO " + OracleIdentifiers.quote(load.table().name()) + " held USING (SELECT " + incoming
                + " FROM DUAL) incoming ON (" + keys + ")" + update + " WHEN NOT MATCHED THEN INSERT ("
                + OracleIdentifiers.quoteAll(load.columns()) + ") VALUES ("
                + load.columns().stream().map(LoadText::incoming).collect(Collectors.joining(", ")) + ")";
    }

    private static String held(String column) {
        return "held." + OracleIdentifiers.quote(column);
    }

    private static String incoming(String column) {
        return "incoming." + OracleIdentifiers.quote(column);
    }

    /** NULL is nothing else than NULL here, and a value never is. */
    private String differs(String column) {
        Stored stored = DeclaredType.of(column(load, column).nativeType().split(" IN ", 2)[0])
                .stored();
        String comparison = switch (stored) {
            case CLOB, BLOB -> "DBMS_LOB.COMPARE(" + held(column) + ", " + incoming(column) + ") <> 0";
            case XML ->
                "DBMS_LOB.COMPARE(XMLSERIALIZE(CONTENT " + held(column) + " AS CLOB), XMLSERIALIZE(CONTENT "
                        + incoming(column) + " AS CLOB)) <> 0";
            case JSON ->
                "DBMS_LOB.COMPARE(JSON_SERIALIZE(" + held(column) + " RETURNING CLOB), JSON_SERIALIZE("
                        + incoming(column) + " RETURNING CLOB)) <> 0";
            // The same instant in another zone is another value.
            case ZONED -> zone(held(column)) + " <> " + zone(incoming(column));
            case NUMBER,
                    BINARY_FLOAT,
                    BINARY_DOUBLE,
                    CHARACTERS,
                    LONG,
                    RAW,
                    LONG_RAW,
                    DATE,
                    TIMESTAMP,
                    LOCAL,
                    MONTHS,
                    SECONDS,
                    ROWID,
                    BOOLEAN,
                    SHAPE,
                    OTHER -> held(column) + " <> " + incoming(column);
        };
        return "(" + comparison + " OR (" + held(column) + " IS NULL AND " + incoming(column) + " IS NOT NULL) OR ("
                + held(column) + " IS NOT NULL AND " + incoming(column) + " IS NULL))";
    }

    private static String zone(String column) {
        return "TO_CHAR(" + column + ", 'SYYYY-MM-DD HH24:MI:SS.FF9 TZR TZD')";
    }
}
