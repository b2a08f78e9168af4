package dev.dmt.engine.oracle;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.Column;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All SQL that is written for Oracle: as it was reviewed, and as a grammar that knows nothing of dmt takes it. */
class OracleSqlTest {
    private final OracleDdl ddl = new OracleDdl();

    @Test
    void the_ddl_is_the_one_that_was_reviewed() throws IOException {
        Table orders = SampleTables.orders();
        GoldenSql golden = new GoldenSql("ddl")
                .add("createSchema", ddl.createSchema("APP"))
                .add("dropTable", ddl.dropTable(orders))
                .add("createTable", ddl.createTable(orders))
                .add("createTable of every type", ddl.createTable(SampleTables.everyType()))
                .add("dropForeignKeys", ddl.dropForeignKeys(orders))
                .add("truncate", ddl.truncate(orders))
                .add("resetSequence", ddl.resetSequence(orders, "ID", 41))
                .add(
                        "createPrimaryKey",
                        ddl.createPrimaryKey(orders, orders.primaryKey().orElseThrow()))
                .add("analyze", ddl.analyze(orders))
                .add("createSequence", ddl.createSequence(sequence(false, 41)))
                .add("createSequence", ddl.createSequence(sequence(true, 99)))
                .add("setSequence", ddl.setSequence(sequence(false, 41)))
                .add("setSequence at its end", ddl.setSequence(sequence(true, 99)))
                .add("comment", ddl.comment(orders.commented(Optional.of("it's all"))));
        orders.uniqueKeys().forEach(key -> golden.add("createUniqueKey", ddl.createUniqueKey(orders, key)));
        orders.indexes().forEach(index -> golden.add("createIndex", ddl.createIndex(orders, index)));
        orders.foreignKeys()
                .forEach(key -> golden.add("createForeignKey", ddl.createForeignKey(orders, key))
                        .add("validateForeignKey", ddl.validateForeignKey(orders, key))
                        .add("countOrphans", ddl.countOrphans(orders, key)));
        orders.checks()
                .forEach(check -> golden.add("createCheck", ddl.createCheck(orders, check))
                        .add("validateCheck", ddl.validateCheck(orders, check))
                        .add("countViolations", ddl.countViolations(orders, check)));

        golden.holds();
    }

    @Test
    void the_reads_are_those_that_were_reviewed() throws IOException {
        List<LogicalType> types = SampleTables.types();
        List<ColumnRead> target = columns(types, "as_is", List.of());
        List<String> declared = new OracleEngine()
                .documentedTypes().stream()
                        .filter(sql -> DeclaredType.of(sql).stored() != Stored.OTHER)
                        .toList();
        List<ColumnRead> source =
                columns(declared.stream().map(sql -> portable(sql)).toList(), "as_is:", declared);
        List<ColumnRead> texts = columns(declared.stream().map(sql -> text(sql)).toList(), "as_is:", declared);
        GoldenSql golden = new GoldenSql("read")
                .add("a target's table", select(read(target, List.of()), KeyRange.ALL, "\"APP\".\"T\""))
                .add("a source's table", select(read(source, List.of()), KeyRange.ALL, "\"APP\".\"T\" AS OF SCN 4711"))
                .add("a source's table, all as text", select(read(texts, List.of()), KeyRange.ALL, "\"APP\".\"T\""))
                .add("by one column", select(read(target, List.of("c3")), range(whole(7)), "\"APP\".\"T\""))
                .add(
                        "by three columns",
                        select(read(target, List.of("c8", "c3", "c16")), range(keys()), "\"APP\".\"T\""))
                .add(
                        "by what is no number",
                        select(
                                read(target, List.of("c5", "c7", "c11", "c14", "c17")),
                                range(others()),
                                "\"APP\".\"T\""))
                .add(
                        "by place",
                        select(byPlace(target), range(new KeyValue.Text("AAAR3sAAEAAAACXAAA")), "\"APP\".\"T\""))
                .add("profile", SourceProfiler.query(documented(declared), "\"APP\".\"T\" AS OF SCN 4711"));

        golden.holds();
    }

    @Test
    void the_loads_are_those_that_were_reviewed() throws IOException {
        Table table = SampleTables.everyType();
        List<String> names = table.columns().stream().map(Column::name).toList();
        TableLoad append = new TableLoad(table, names, SampleTables.types(), false, List.of());
        TableLoad upsert = new TableLoad(table, names, SampleTables.types(), true, List.of("c3", "c8"));
        TableLoad allKey = new TableLoad(
                table,
                List.of("c3", "c8"),
                List.of(SampleTables.types().get(2), SampleTables.types().get(7)),
                true,
                List.of("c3", "c8"));
        GoldenSql golden = new GoldenSql("load")
                .add("append", LoadText.of(append).insert(false))
                .add("append by the direct path", LoadText.of(append).insert(true))
                .add("upsert", LoadText.of(upsert).merge())
                .add("upsert where all is key", LoadText.of(allKey).merge());

        golden.holds();
    }

    @Test
    void the_questions_are_those_that_were_reviewed() throws IOException {
        OracleLedgerWords ledger = new OracleLedgerWords("APP");
        GoldenSql golden = new GoldenSql("catalog")
                .add("session", OracleConnections.SESSION)
                .add("ledger: create", ledger.create())
                .add("ledger: drop", ledger.drop())
                .add("ledger: now", "SELECT " + ledger.now() + " FROM DUAL")
                .add(
                        "ledger: supersede",
                        new dev.dmt.engine.jdbc.PortableLedger(ledger).supersede("r1", new TableName("APP", "T")))
                .add("tables", CatalogQueries.TABLES.ofSchema())
                .add("columns of a table", CatalogQueries.COLUMNS.ofTable())
                .add("constraints", CatalogQueries.CONSTRAINTS.ofSchema())
                .add("indexes", CatalogQueries.INDEXES.ofSchema())
                .add("identities", CatalogQueries.IDENTITIES.ofSchema())
                .add("triggers", CatalogQueries.TRIGGERS.ofSchema())
                .add("others", CatalogQueries.OTHERS.ofSchema());

        golden.holds();
    }

    private static Sequence sequence(boolean cycles, long last) {
        return new Sequence(
                new TableName("APP", "Count"),
                BigInteger.ONE,
                BigInteger.ONE,
                BigInteger.ONE,
                BigInteger.valueOf(99),
                cycles,
                Optional.of(BigInteger.valueOf(last)));
    }

    private static String select(TableRead read, KeyRange range, String relation) {
        return new SelectText(read, new KeyBounds(read), range, relation).sql();
    }

    private static TableRead read(List<ColumnRead> columns, List<String> order) {
        return new TableRead(
                new TableName("APP", "T"),
                columns,
                new RowOrder(order.isEmpty() ? RowOrder.Kind.NONE : RowOrder.Kind.KEY, order));
    }

    private static TableRead byPlace(List<ColumnRead> columns) {
        return new TableRead(
                new TableName("APP", "T"), columns.subList(0, 1), new RowOrder(RowOrder.Kind.PLACE, List.of()));
    }

    private static List<ColumnRead> columns(List<LogicalType> types, String form, List<String> declared) {
        List<ColumnRead> columns = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            columns.add(
                    new ColumnRead("c" + (i + 1), types.get(i), declared.isEmpty() ? form : form + declared.get(i)));
        }
        return columns;
    }

    private static LogicalType portable(String declared) {
        LogicalType portable = LogicalForm.portable(DeclaredType.of(declared));
        return portable instanceof LogicalType.Unknown ? LogicalType.parse("text") : portable;
    }

    private static LogicalType text(String declared) {
        LogicalType text = LogicalType.parse("text");
        return Conversion.isPossible(DeclaredType.of(declared), text) ? text : LogicalType.parse("binary");
    }

    private static List<Column> documented(List<String> declared) {
        return IntStream.range(0, declared.size())
                .mapToObj(i -> SampleTables.column("c" + (i + 1), declared.get(i), true))
                .toList();
    }

    private static KeyRange range(KeyValue... values) {
        KeyTuple bound = new KeyTuple(List.of(values));
        return new KeyRange(Optional.of(bound), Optional.of(bound));
    }

    private static KeyValue whole(long value) {
        return new KeyValue.Whole(value);
    }

    private static KeyValue[] keys() {
        return new KeyValue[] {new KeyValue.Text("x"), whole(7), new KeyValue.Text("2024-01-01 00:00:00")};
    }

    private static KeyValue[] others() {
        return new KeyValue[] {
            new KeyValue.Text("7"),
            new KeyValue.Real(1),
            new KeyValue.Bytes("00"),
            new KeyValue.Text("+0 00:00:01"),
            new KeyValue.Text("2024-01-01 00:00:00")
        };
    }
}
