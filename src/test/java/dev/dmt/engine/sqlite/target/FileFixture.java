package dev.dmt.engine.sqlite.target;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.Secret;
import dev.dmt.config.SnapshotMode;
import dev.dmt.engine.Advance;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.WireFormat;
import dev.dmt.schema.Column;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.transfer.csv.CsvEncoder;
import dev.dmt.transfer.csv.FakeCursor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A file to write to, and chunks to write. */
final class FileFixture {
    private static final RowOrder UNORDERED = new RowOrder(RowOrder.Kind.NONE, List.of());

    private FileFixture() {}

    static DatabaseConfig config(Path file, String... properties) {
        Map<String, String> given = properties.length == 0 ? Map.of() : Map.of(properties[0], properties[1]);
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
                SnapshotMode.AUTO,
                given);
    }

    static TargetDatabase open(Path file) {
        return SqliteTarget.open(config(file), 4);
    }

    /** Columns c0, c1, ... of these types; the first few are the primary key. */
    static Table table(String name, List<LogicalType> types, int keyed) {
        List<Column> columns = IntStream.range(0, types.size())
                .mapToObj(i -> new Column(
                        "c" + i,
                        new FileTypes()
                                .nativeType(types.get(i), ColumnUse.PLAIN)
                                .sql(),
                        i >= keyed,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        List<String> key = columns.stream().limit(keyed).map(Column::name).toList();
        return new Table(
                TableName.of(name),
                columns,
                key.isEmpty() ? Optional.empty() : Optional.of(new Key(name + "_pkey", key)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                UNORDERED);
    }

    static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    static InputStream chunk(List<LogicalType> types, List<Object[]> rows) {
        WireFormat.Csv form = SqliteDialect.WIRE_FORMAT;
        CsvEncoder encoder = new CsvEncoder(
                types.stream().map(type -> new ColumnRead("c", type, "as_is")).toList(), form);
        EncodeBuffer buffer = new EncodeBuffer();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        buffer.into(out);
        FakeCursor cursor = new FakeCursor(rows.iterator());
        try {
            while (cursor.next()) {
                encoder.encode(cursor, buffer);
            }
            buffer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    static Advance advance(long number) {
        return new Advance(number, Optional.of("i:" + number), 1, 0, false);
    }

    private static String uri(Path file) {
        return "file:" + file.toString().replace("%", "%25").replace("?", "%3f").replace("#", "%23");
    }

    static void execute(Path file, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + uri(file));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows as text, columns joined by a bar, NULL as ∅. */
    static List<String> query(Path file, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + uri(file));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(Optional.ofNullable(result.getString(i)).orElse("∅"));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
