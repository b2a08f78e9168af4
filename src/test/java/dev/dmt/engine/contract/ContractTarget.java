package dev.dmt.engine.contract;

import dev.dmt.engine.Advance;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.Engines;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.schema.Column;
import dev.dmt.schema.Key;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.transfer.csv.CsvEncoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A target that is open on a fresh database, and short ways to say what tests do with it. */
final class ContractTarget implements AutoCloseable {
    static final Duration LEASE = Duration.ofMinutes(5);
    static final String ME = "here/" + ProcessHandle.current().pid() + "/test";
    private static final long LONGEST_KEY = 60;
    private static final int CONNECTIONS = 16;

    private final TestEngine engine;
    private final TestDatabase database;
    private final TargetDatabase target;
    private final AtomicInteger units = new AtomicInteger();

    private ContractTarget(TestEngine engine, TestDatabase database, TargetDatabase target) {
        this.engine = engine;
        this.database = database;
        this.target = target;
    }

    static ContractTarget open(TestEngine engine) {
        TestDatabase database = engine.fresh();
        try {
            requireBuilt(engine, database);
            TargetDatabase target = Engines.of(engine.engine()).openTarget(database.config(), CONNECTIONS);
            target.ledger().ensure();
            return new ContractTarget(engine, database, target);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A role that an engine does not take it refuses before it connects to anything. */
    static void requireBuilt(TestEngine engine, TestDatabase database) {
        try {
            Engines.of(engine.engine()).dialect(database.config());
        } catch (DmtException e) {
            Skipped.because(engine, "this build has no such target: " + e.getMessage());
        }
    }

    /** The same database, opened as another process would. */
    TargetDatabase openAnother() {
        return Engines.of(engine.engine()).openTarget(database.config(), CONNECTIONS);
    }

    TestEngine engine() {
        return engine;
    }

    TestDatabase database() {
        return database;
    }

    TargetDatabase target() {
        return target;
    }

    NativeType nativeType(LogicalType type) {
        return target.types().nativeType(type, ColumnUse.PLAIN);
    }

    TableName name(String table) {
        return new TableName(target.defaultSchema(), table);
    }

    ContractTable table(String name, List<Field> fields, String... key) {
        List<Column> columns = new ArrayList<>();
        List<LogicalType> held = new ArrayList<>();
        for (Field field : fields) {
            boolean keyed = List.of(key).contains(field.name());
            NativeType type = target.types().nativeType(field.type(), new ColumnUse(keyed, keyed ? LONGEST_KEY : 0));
            columns.add(new Column(
                    field.name(),
                    type.sql(),
                    field.nullable() && !keyed,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty()));
            held.add(type.held());
        }
        Table table = new Table(
                name(name),
                columns,
                key.length == 0 ? Optional.empty() : Optional.of(new Key(keyName(name), List.of(key))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(key.length == 0 ? RowOrder.Kind.NONE : RowOrder.Kind.KEY, List.of(key)));
        return new ContractTable(table, held);
    }

    /** As the plan names keys: a name that the engine keeps. */
    private String keyName(String table) {
        return target.acceptedName("pk of " + table).orElseThrow();
    }

    /** Makes the table with its primary key, as the steps would. */
    ContractTable create(String name, List<Field> fields, String... key) {
        ContractTable table = table(name, fields, key);
        create(table.table());
        return table;
    }

    void create(Table table) {
        List<String> statements = new ArrayList<>(target.ddl().createTable(table));
        table.primaryKey().ifPresent(key -> statements.addAll(target.ddl().createPrimaryKey(table, key)));
        run(statements);
    }

    void run(List<String> statements) {
        try (UnitSession session = claim("ddl-" + units.incrementAndGet())) {
            session.execute(statements, Advance.completed());
        }
    }

    UnitSession claim(String unit) {
        return target.ledger().claim("run", unit, ME, LEASE);
    }

    /** Appends rows as a unit of their own. */
    long append(ContractTable table, Object[]... rows) {
        try (UnitSession session = claim("load-" + units.incrementAndGet())) {
            return session.load(loading(table), chunk(table, rows), Advance.completed());
        }
    }

    long upsert(ContractTable table, Object[]... rows) {
        try (UnitSession session = claim("load-" + units.incrementAndGet())) {
            return session.load(merging(table, table.key()), chunk(table, rows), Advance.completed());
        }
    }

    TableLoad loading(ContractTable table) {
        return new TableLoad(table.table(), table.columns(), table.held(), false, List.of());
    }

    TableLoad merging(ContractTable table, List<String> key) {
        return new TableLoad(table.table(), table.columns(), table.held(), true, key);
    }

    InputStream chunk(ContractTable table, Object[]... rows) {
        List<ColumnRead> columns = reads(table);
        try (ValueCursor cursor = new ValueCursor(List.of(rows))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CsvEncoder encoder = new CsvEncoder(columns, target.wireFormat());
            EncodeBuffer buffer = new EncodeBuffer();
            buffer.into(bytes);
            while (cursor.next()) {
                encoder.encode(cursor, buffer);
            }
            buffer.flush();
            return new ByteArrayInputStream(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ColumnRead> reads(ContractTable table) {
        List<ColumnRead> columns = new ArrayList<>();
        for (int i = 0; i < table.held().size(); i++) {
            columns.add(new ColumnRead(table.columns().get(i), table.held().get(i), ""));
        }
        return columns;
    }

    TableRead reading(ContractTable table) {
        return new TableRead(table.table().name(), reads(table), table.table().order());
    }

    /** What the target holds, in the order of its key. */
    List<List<String>> rows(ContractTable table) {
        return rows(table, KeyRange.ALL);
    }

    List<List<String>> rows(ContractTable table, KeyRange range) {
        return CanonicalRows.of(target.reader().open(reading(table), range), table.held());
    }

    /** What rows should look like when they are read back. */
    List<List<String>> expected(ContractTable table, Object[]... rows) {
        return CanonicalRows.of(new ValueCursor(List.of(rows)), table.held());
    }

    long count(ContractTable table) {
        return target.catalog().count(table.table().name());
    }

    @SuppressWarnings("NullAway") // rows hold NULLs
    static Object[] row(@Nullable Object... values) {
        return values;
    }

    @Override
    public void close() {
        try {
            target.close();
        } finally {
            database.close();
        }
    }
}
