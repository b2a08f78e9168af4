package dev.dmt.engine.mssql;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.Ddl;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.Check;
import dev.dmt.schema.Column;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.Index;
import dev.dmt.schema.IndexPart;
import dev.dmt.schema.Key;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.ReferentialAction;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of each statement that is made for SQL Server, by what it is for. */
final class SampleStatements {
    private static final TableName ORDERS = new TableName("sales", "or]der's");
    private static final TableName PEOPLE = new TableName("dbo", "people");

    private final Map<String, String> statements = new LinkedHashMap<>();

    static Map<String, String> all() {
        SampleStatements samples = new SampleStatements();
        samples.ddl();
        samples.constraints();
        samples.reads();
        samples.loads();
        samples.ledger();
        samples.catalog();
        return samples.statements;
    }

    private void add(String title, List<String> sql) {
        for (int i = 0; i < sql.size(); i++) {
            statements.put(sql.size() == 1 ? title : title + " " + (i + 1), sql.get(i));
        }
    }

    private static Column column(String name, String type, boolean nullable) {
        return new Column(
                name, type, nullable, Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Table orders() {
        List<Column> columns = List.of(
                new Column("id", "bigint", false, Optional.empty(), true, Optional.empty(), Optional.empty()),
                new Column("number", "int", false, Optional.empty(), true, Optional.empty(), Optional.empty()),
                column("person", "nvarchar(40) COLLATE Latin1_General_100_BIN2", true),
                new Column(
                        "price",
                        "decimal(10,2)",
                        false,
                        Optional.of("((0))"),
                        false,
                        Optional.empty(),
                        Optional.empty()),
                column("made at", "datetimeoffset(6)", true),
                new Column(
                        "twice",
                        "decimal(12,2)",
                        true,
                        Optional.empty(),
                        false,
                        Optional.of(new GeneratedColumn("[price]*(2)", true)),
                        Optional.empty()));
        ForeignKey foreign = new ForeignKey(
                "orders_person_fkey",
                List.of("person"),
                PEOPLE,
                List.of("name"),
                ReferentialAction.CASCADE,
                ReferentialAction.RESTRICT,
                false,
                false);
        return new Table(
                ORDERS,
                columns,
                Optional.of(new Key("orders_pkey", List.of("id"))),
                List.of(new Key("orders_person_key", List.of("person", "number"))),
                List.of(),
                List.of(foreign),
                List.of(new Check("orders_price_check", "[price]>(0)")),
                new RowOrder(RowOrder.Kind.KEY, List.of("id")));
    }

    private void ddl() {
        Ddl ddl = new MssqlDdl();
        Table orders = orders();
        add("create schema", ddl.createSchema("sales"));
        add("create table", ddl.createTable(orders));
        add("drop table", ddl.dropTable(orders));
        add("truncate", ddl.truncate(orders));
        add("reset identity", ddl.resetSequence(orders, "id", 41));
        add("reset second counter", ddl.resetSequence(orders, "number", 0));
        add("statistics", ddl.analyze(orders));
        Sequence numbers = new Sequence(
                new TableName("dbo", "numbers"),
                BigInteger.TEN,
                BigInteger.TWO,
                BigInteger.ONE,
                BigInteger.valueOf(Long.MAX_VALUE),
                false,
                Optional.of(BigInteger.valueOf(40)));
        add("create sequence", ddl.createSequence(numbers));
        add("set sequence", ddl.setSequence(numbers));
        Table told = orders.commented(Optional.of("What's sold"));
        add("comment", ddl.comment(told));
        add("primary key", ddl.createPrimaryKey(orders, orders.primaryKey().orElseThrow()));
        add("broad primary key", ddl.createPrimaryKey(broad(), new Key("broad_pkey", List.of("word"))));
        add(
                "unique key over what may be NULL",
                ddl.createUniqueKey(orders, orders.uniqueKeys().get(0)));
        add("unique key", ddl.createUniqueKey(orders, new Key("orders_number_key", List.of("number"))));
    }

    private static Table broad() {
        return new Table(
                new TableName("dbo", "broad"),
                List.of(column("word", "nvarchar(600)", false)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
    }

    private void constraints() {
        Ddl ddl = new MssqlDdl();
        Table orders = orders();
        Check check = orders.checks().get(0);
        ForeignKey key = orders.foreignKeys().get(0);
        IndexPart price = new IndexPart("price", false, true, Optional.empty());
        IndexPart person = new IndexPart("person", false, false, Optional.of("NOCASE"));
        add(
                "index",
                ddl.createIndex(
                        orders,
                        new Index(
                                "orders_price",
                                List.of(price),
                                false,
                                Optional.of("[price]>(5)"),
                                Optional.empty(),
                                List.of("made at"))));
        add(
                "unique index without regard to case",
                ddl.createIndex(orders, new Index("orders_nocase", List.of(person, price), true, Optional.empty())));
        add("foreign key", ddl.createForeignKey(orders, key));
        add("hold foreign key", ddl.validateForeignKey(orders, key));
        add("drop foreign keys", ddl.dropForeignKeys(orders));
        add("count orphans", List.of(ddl.countOrphans(orders, key)));
        add("check", ddl.createCheck(orders, check));
        add("hold check", ddl.validateCheck(orders, check));
        add("count violations", List.of(ddl.countViolations(orders, check)));
    }

    private static ColumnRead read(String name, String type, String form) {
        return new ColumnRead(name, LogicalType.parse(type), form);
    }

    private void reads() {
        List<ColumnRead> columns = List.of(
                read("id", "integer(64)", "bigint"),
                read("code", "text(3)", "char(3)"),
                read("name", "text(20)", "nvarchar(20)"),
                read("moment", "timestamp(3)", "datetime"),
                read("instant", "timestamp(6) with zone", "datetimeoffset(7)"),
                read("place", "text(4000)", "hierarchyid"),
                read("shape", "geometry", "geometry"),
                read("version", "row version", "timestamp"),
                read("document", "native(mssql, xml) as xml", "xml"),
                read("any", "text", "sql_variant"),
                read("token", "uuid", "uniqueidentifier"));
        add("read all", List.of(select(columns, List.of(), KeyRange.ALL)));
        KeyTuple from = new KeyTuple(List.of(
                new KeyValue.Text("a'b"), new KeyValue.Text("2024-02-29T23:59:59.9970000"), new KeyValue.Whole(5)));
        KeyTuple to = new KeyTuple(List.of(
                new KeyValue.Text("b"),
                new KeyValue.Text("1999-01-01T00:00:00.0000000"),
                new KeyValue.Whole(Long.MAX_VALUE)));
        add(
                "read a range",
                List.of(select(
                        columns, List.of("code", "moment", "id"), new KeyRange(Optional.of(from), Optional.of(to)))));
        KeyTuple token = new KeyTuple(List.of(new KeyValue.Text("6ba7b810-9dad-11d1-80b4-00c04fd430c8")));
        add("read after a token", List.of(select(columns, List.of("token"), KeyRange.ALL.resumedAfter(token))));
        add(
                "profile",
                List.of(SourceProfiler.query(
                        List.of(
                                column("id", "bigint", false),
                                column("name", "nvarchar(20)", true),
                                column("document", "xml", true)),
                        Identifiers.quote(ORDERS))));
    }

    private static String select(List<ColumnRead> columns, List<String> order, KeyRange range) {
        RowOrder.Kind kind = order.isEmpty() ? RowOrder.Kind.NONE : RowOrder.Kind.KEY;
        TableRead read = new TableRead(TableName.of("things"), columns, new RowOrder(kind, order));
        return RowQuery.of(read, range, "[dbo].[things]").sql();
    }

    private void loads() {
        TableLoad upsert = new TableLoad(
                orders(),
                List.of("id", "person", "price", "made at"),
                List.of(
                        LogicalType.parse("integer(64)"),
                        LogicalType.parse("text(20)"),
                        LogicalType.parse("decimal(10,2)"),
                        LogicalType.parse("timestamp with zone")),
                true,
                List.of("id"));
        stage("upsert", upsert);
        TableLoad nullable = new TableLoad(
                orders(),
                List.of("person", "number"),
                List.of(LogicalType.parse("text(20)"), LogicalType.parse("integer(32)")),
                true,
                List.of("person", "number"));
        stage("upsert of nothing but a key", nullable);
        Table documents = new Table(
                new TableName("dbo", "documents"),
                List.of(column("document", "xml", true), column("path", "hierarchyid", true)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
        TableLoad append = new TableLoad(
                documents,
                List.of("document", "path"),
                List.of(LogicalType.parse("native(mssql, xml)"), LogicalType.parse("native(mssql, hierarchyid)")),
                false,
                List.of());
        stage("append of SQL Server's own", append);
    }

    private void stage(String title, TableLoad load) {
        List<LoadColumn> columns = new ArrayList<>();
        for (int i = 0; i < load.columns().size(); i++) {
            columns.add(LoadColumn.of(load.columns().get(i), load.types().get(i), false));
        }
        StagedRows rows = new StagedRows(load, columns, Map.of());
        add(title + ": stage", rows.create());
        if (load.upsert()) {
            add(title + ": keep the last", List.of(rows.keepLast()));
            add(title + ": update", rows.update().stream().toList());
        }
        add(title + ": give numbers", rows.identityInsert(true).stream().toList());
        add(title + ": insert", List.of(load.upsert() ? rows.insertMissing() : rows.insert()));
        add(title + ": drop", List.of(rows.drop()));
    }

    private void ledger() {
        MssqlLedger ledger = new MssqlLedger("dbo");
        add("ledger: create", ledger.create());
        add("ledger: drop", List.of(ledger.drop()));
        add(
                "ledger: look and lock",
                List.of("SELECT epoch FROM " + ledger.table() + ledger.lock().afterTable() + " WHERE run_id = ?"
                        + " AND unit = ? AND lease_until <= " + ledger.now() + " + "
                        + Duration.ofMinutes(1).toMillis()));
        add(
                "ledger: pass over what is locked",
                List.of("SELECT epoch FROM " + ledger.table()
                        + ledger.lockUnlessLocked().afterTable() + " WHERE run_id = ? AND unit = ?"));
    }

    private void catalog() {
        add(
                "catalog: columns",
                List.of(CatalogQueries.COLUMNS + CatalogQueries.OF_TABLE + CatalogQueries.COLUMNS_ORDER));
        add("catalog: indexes", List.of(CatalogQueries.INDEXES + CatalogQueries.INDEXES_ORDER));
        add("catalog: foreign keys", List.of(CatalogQueries.FOREIGN_KEYS + CatalogQueries.FOREIGN_KEYS_ORDER));
        add("catalog: checks", List.of(CatalogQueries.CHECKS + CatalogQueries.CHECKS_ORDER));
        add("catalog: comments", List.of(CatalogQueries.COMMENTS + CatalogQueries.COMMENTS_ORDER));
        add("catalog: identities", List.of(CatalogQueries.IDENTITIES));
        add("catalog: sequences", List.of(CatalogQueries.SEQUENCES));
        add("catalog: inbound keys", List.of(CatalogQueries.INBOUND_KEYS));
        add("catalog: bound views", List.of(CatalogQueries.BOUND_VIEWS));
        add("catalog: not carried over", OmissionQueries.ALL);
    }
}
