package dev.dmt.engine.sqlite;

import dev.dmt.config.BadRowPolicy;
import dev.dmt.config.BadTextPolicy;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.MigrationConfig;
import dev.dmt.config.MisfitPolicy;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import dev.dmt.config.TargetMode;
import dev.dmt.config.TransferVia;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.Column;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Databases and descriptions for the tests of this package. */
final class SqliteFixture {
    private SqliteFixture() {}

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:file:"
                + file.toString().replace("%", "%25").replace("?", "%3f").replace("#", "%23"));
    }

    static void run(Path file, String... statements) {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static SourceDatabase open(Path file) {
        return open(file, SnapshotMode.AUTO, file.resolveSibling("workspace"));
    }

    static SourceDatabase open(Path file, SnapshotMode mode, Path workspace) {
        return new SqliteEngine(new NoCatalog())
                .openSource(config(file, mode, Map.of("readers", "3", "busy_timeout", "300")), workspace);
    }

    static DatabaseConfig config(Path file, SnapshotMode mode, Map<String, String> properties) {
        return new DatabaseConfig(
                EngineName.SQLITE,
                Optional.of(file.toString()),
                "",
                0,
                "",
                "",
                Secret.none(),
                "",
                Optional.empty(),
                mode,
                properties);
    }

    static MigrationConfig policies(MisfitPolicy misfit, BadTextPolicy badText) {
        return new MigrationConfig(
                TargetMode.DROP_RECREATE,
                List.of("*"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                TransferVia.CSV,
                64_000_000,
                1,
                1,
                1,
                1,
                1,
                BadRowPolicy.FAIL,
                0,
                misfit,
                badText,
                true,
                true,
                true);
    }

    static RowOrder rowid() {
        return new RowOrder(RowOrder.Kind.ROWID, List.of("rowid"));
    }

    static RowOrder key(String... columns) {
        return new RowOrder(RowOrder.Kind.KEY, List.of(columns));
    }

    /** A table whose columns are given as "name type". */
    static Table table(String name, RowOrder order, String... columns) {
        List<Column> described = new ArrayList<>();
        for (String column : columns) {
            int blank = column.indexOf(' ');
            described.add(new Column(
                    blank < 0 ? column : column.substring(0, blank),
                    blank < 0 ? "" : column.substring(blank + 1),
                    true,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty()));
        }
        return new Table(
                TableName.of(name), described, Optional.empty(), List.of(), List.of(), List.of(), List.of(), order);
    }

    /** A read of columns given as "name logical type|form". */
    static TableRead read(String table, RowOrder order, String... columns) {
        List<ColumnRead> reads = new ArrayList<>();
        for (String column : columns) {
            int blank = column.indexOf(' ');
            int bar = column.indexOf('|');
            reads.add(new ColumnRead(
                    column.substring(0, blank),
                    LogicalType.parse(column.substring(blank + 1, bar < 0 ? column.length() : bar)),
                    bar < 0 ? "as_is" : column.substring(bar + 1)));
        }
        return new TableRead(TableName.of(table), reads, order);
    }

    /** Every row of a read as text, "null" for NULL, "bad: reason" for what cannot be had. */
    static List<String> rows(SourceDatabase source, TableRead read, KeyRange range) {
        List<String> rows = new ArrayList<>();
        try (RowCursor cursor = source.reader().open(read, range)) {
            while (cursor.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 0; i < read.columns().size(); i++) {
                    row.append(i == 0 ? "" : "|").append(cell(cursor, read, i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static String cell(RowCursor cursor, TableRead read, int column) {
        try {
            if (cursor.isNull(column)) {
                return "null";
            }
            return switch (read.columns().get(column).type().kind()) {
                case BOOLEAN, INTEGER, DATE, TIME, TIMESTAMP -> Long.toString(cursor.getLong(column));
                case FLOAT -> Double.toString(cursor.getDouble(column));
                case BINARY, GEOMETRY, ROW_VERSION -> HexFormat.of().formatHex(copy(cursor.bytes(column)));
                case TEXT, JSON, UUID, DECIMAL, INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, NATIVE, UNKNOWN ->
                    new String(copy(cursor.bytes(column)), StandardCharsets.UTF_8);
            };
        } catch (dev.dmt.engine.BadValueException e) {
            return "bad: " + e.getMessage();
        }
    }

    static byte[] copy(ByteView view) {
        return java.util.Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
    }

    /** The tests of this package describe their tables by hand. */
    static final class NoCatalog implements CatalogReading {
        @Override
        public DatabaseSchema describe(Connection connection, Predicate<String> wanted) {
            return new DatabaseSchema("sqlite", "", List.of(), List.of());
        }

        @Override
        public Map<String, Long> sequenceFloors(Connection connection) {
            return Map.of();
        }

        @Override
        public Parsed parse(String expressionSql, Table table) {
            return new Parsed.Refused("no catalog");
        }

        @Override
        public Parsed parseDefault(String defaultSql) {
            return new Parsed.Refused("no catalog");
        }
    }
}
