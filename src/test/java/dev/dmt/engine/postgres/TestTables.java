package dev.dmt.engine.postgres;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.TableRead;
import dev.dmt.schema.Column;
import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Short ways to say what the tests need. */
final class TestTables {
    private TestTables() {}

    static Column column(String name, String type) {
        return new Column(name, type, true, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    static Column required(String name, String type) {
        return new Column(name, type, false, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    static Column identity(String name) {
        return new Column(name, "bigint", false, Optional.empty(), true, Optional.empty(), Optional.empty());
    }

    static Table table(String name, List<Column> columns, String... key) {
        return new Table(
                new TableName("public", name),
                columns,
                key.length == 0 ? Optional.empty() : Optional.of(new Key(name + "_pkey", List.of(key))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
    }

    static TableRead read(String table, RowOrder order, ColumnRead... columns) {
        return new TableRead(new TableName("public", table), List.of(columns), order);
    }

    static ColumnRead columnRead(String name, String type) {
        return new ColumnRead(name, LogicalType.parse(type), "");
    }

    static RowOrder keyOrder(String... columns) {
        return new RowOrder(RowOrder.Kind.KEY, List.of(columns));
    }

    static InputStream lines(String... lines) {
        return new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
