package dev.dmt.engine.mssql;

import dev.dmt.schema.Column;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;

/** What numbers the rows of a table: an identity for the first column that counts, and a sequence for each further one. */
record Counters(Table table) {
    private Optional<Column> identity() {
        return table.columns().stream().filter(Column::identity).findFirst();
    }

    List<Counter> sequences() {
        return table.columns().stream()
                .filter(Column::identity)
                .skip(1)
                .map(column -> new Counter(table.name(), column.name()))
                .toList();
    }

    /** What follows the type of a column that counts. */
    String generation(Column column) {
        return identity().filter(column::equals).isPresent()
                ? " IDENTITY(1,1)"
                : " DEFAULT (NEXT VALUE FOR " + new Counter(table.name(), column.name()).name() + ")";
    }

    List<String> reset(String column, long floor) {
        String highest =
                "DECLARE @last bigint; SELECT @last = COALESCE(MAX(" + Identifiers.quote(column) + "), 0) FROM "
                        + Identifiers.quote(table.name()) + "; IF @last < " + floor + " SET @last = " + floor + "; ";
        if (identity().map(Column::name).filter(column::equals).isEmpty()) {
            return List.of(highest + new Counter(table.name(), column).restart());
        }
        // Where no row was ever put in, the first gets the very number; else the next one.
        return List.of(highest + "IF @last > 0 AND (SELECT last_value FROM sys.identity_columns WHERE object_id = "
                + Identifiers.objectId(table.name()) + ") IS NULL SET @last = @last + 1; IF @last > 0 DBCC CHECKIDENT ("
                + Identifiers.literal(Identifiers.quote(table.name())) + ", RESEED, @last) WITH NO_INFOMSGS");
    }

    /** A sequence of a column's own. */
    record Counter(TableName table, String column) {
        String name() {
            String wanted = table.name() + "_" + column + "_seq";
            return Identifiers.quote(
                    new TableName(table.schema(), Identifiers.accepted(wanted).orElseThrow()));
        }

        String create() {
            return GuardedStatement.when(
                    "OBJECT_ID(" + Identifiers.literal(name()) + ", N'SO') IS NULL",
                    "CREATE SEQUENCE " + name() + " AS bigint START WITH 1 INCREMENT BY 1");
        }

        String drop() {
            return GuardedStatement.when(
                    "OBJECT_ID(" + Identifiers.literal(name()) + ", N'SO') IS NOT NULL", "DROP SEQUENCE " + name());
        }

        String restart() {
            return "DECLARE @restart nvarchar(max) = N'ALTER SEQUENCE ' + " + Identifiers.literal(name())
                    + " + N' RESTART WITH ' + CAST(@last + 1 AS nvarchar(20)); EXEC sp_executesql @restart";
        }
    }
}
