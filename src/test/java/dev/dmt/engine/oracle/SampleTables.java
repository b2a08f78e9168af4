package dev.dmt.engine.oracle;

import dev.dmt.engine.ColumnUse;
import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables of a target with a bit of everything. */
final class SampleTables {
    static final List<String> TYPES = List.of(
            "boolean",
            "integer(16)",
            "integer(64)",
            "decimal(20,4)",
            "decimal",
            "float(32)",
            "float(64)",
            "text(40)",
            "char(3)",
            "text",
            "binary(16)",
            "binary",
            "date",
            "time(9)",
            "timestamp(0)",
            "timestamp(9)",
            "timestamp with zone",
            "interval",
            "uuid",
            "jsonb",
            "xml",
            "enum('a', 'b')",
            "bits(8)",
            "geometry(4326)");

    static final List<String> OWN = List.of(
            "NUMBER(20,-2)",
            "NVARCHAR2(20)",
            "NCLOB",
            "TIMESTAMP(0)",
            "TIMESTAMP(6) WITH TIME ZONE",
            "TIMESTAMP(6) WITH LOCAL TIME ZONE",
            "INTERVAL YEAR(2) TO MONTH",
            "INTERVAL DAY(2) TO SECOND(6)",
            "ROWID",
            "UROWID(4000)",
            "XMLTYPE",
            "JSON",
            "BOOLEAN");

    private SampleTables() {}

    static Table everyType() {
        return table("every type", columns(types()));
    }

    static List<LogicalType> types() {
        return Stream.concat(
                        TYPES.stream().map(LogicalType::parse),
                        OWN.stream().map(sql -> LogicalForm.of(DeclaredType.of(sql))))
                .toList();
    }

    static List<Column> columns(List<LogicalType> types) {
        List<Column> columns = new ArrayList<>();
        for (LogicalType type : types) {
            columns.add(column("c" + (columns.size() + 1), nativeType(type), true));
        }
        return columns;
    }

    static String nativeType(LogicalType type) {
        return new OracleTypes().nativeType(type, ColumnUse.PLAIN).sql();
    }

    static Column column(String name, String nativeType, boolean nullable) {
        return new Column(name, nativeType, nullable, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    static Table orders() {
        return new Table(
                new TableName("APP", "Order's"),
                List.of(
                        new Column(
                                "ID", "NUMBER(19)", false, Optional.empty(), true, Optional.empty(), Optional.empty()),
                        column("REGION", "VARCHAR2(20 CHAR)", true),
                        column("PLACED", "TIMESTAMP(6)", true),
                        new Column(
                                "STATE",
                                "VARCHAR2(10 CHAR)",
                                false,
                                Optional.of("'it''s new'"),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new Column(
                                "OPEN",
                                OracleTypes.BOOLEAN,
                                false,
                                Optional.of("1"),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new Column(
                                "TWICE",
                                "NUMBER(20)",
                                true,
                                Optional.empty(),
                                false,
                                Optional.of(new GeneratedColumn("\"ID\" * 2", true)),
                                Optional.empty())),
                Optional.of(new Key("ORDERS_PK", List.of("ID"))),
                List.of(new Key("ORDERS_UQ", List.of("REGION", "PLACED")), new Key("STATE_UQ", List.of("STATE"))),
                List.of(
                        index("ORDERS_IX", false, Optional.empty(), part("PLACED", true), part("REGION", false)),
                        index("OPEN_IX", true, Optional.of("\"OPEN\" = 1"), part("REGION", false)),
                        index(
                                "LOWER_IX",
                                false,
                                Optional.empty(),
                                new IndexPart("LOWER(\"REGION\")", true, false, Optional.empty()))),
                List.of(
                        key("REGION_FK", ReferentialAction.CASCADE, true),
                        key("REGION_FK2", ReferentialAction.SET_NULL, false),
                        key("REGION_FK3", ReferentialAction.RESTRICT, false)),
                List.of(new Check("STATE_CK", "\"STATE\" IN ('it''s new', 'old')")),
                new RowOrder(RowOrder.Kind.KEY, List.of("ID")));
    }

    private static ForeignKey key(String name, ReferentialAction onDelete, boolean deferrable) {
        return new ForeignKey(
                name,
                List.of("REGION"),
                new TableName("APP", "REGIONS"),
                List.of("NAME"),
                onDelete,
                ReferentialAction.NO_ACTION,
                deferrable,
                deferrable);
    }

    private static Index index(String name, boolean unique, Optional<String> predicate, IndexPart... parts) {
        return new Index(name, List.of(parts), unique, predicate);
    }

    private static IndexPart part(String column, boolean descending) {
        return new IndexPart(column, false, descending, Optional.empty());
    }

    static Table table(String name, List<Column> columns) {
        return new Table(
                new TableName("APP", name),
                columns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
    }
}
