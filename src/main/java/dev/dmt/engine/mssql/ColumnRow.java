package dev.dmt.engine.mssql;

import dev.dmt.schema.Column;
import dev.dmt.schema.GeneratedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A column as sys.columns has it.
 *
 * @param type the name of the system's type, also where it is declared by an alias
 * @param length in bytes, -1 for max
 * @param computed the expression, where the column has one
 */
record ColumnRow(
        String table,
        String name,
        String type,
        int length,
        int precision,
        int scale,
        boolean nullable,
        Optional<String> collation,
        boolean identity,
        Optional<String> defaultSql,
        Optional<GeneratedColumn> computed) {
    private static final int BYTES_OF_UNIT = 2;

    static ColumnRow read(ResultSet row) throws SQLException {
        Optional<String> expression = Optional.ofNullable(row.getString("computed_definition"));
        boolean persisted = row.getInt("is_persisted") == 1;
        return new ColumnRow(
                row.getString("table_name"),
                row.getString("column_name"),
                Optional.ofNullable(row.getString("type_name")).orElse("unknown"),
                row.getInt("max_length"),
                row.getInt("precision"),
                row.getInt("scale"),
                row.getInt("is_nullable") == 1,
                Optional.ofNullable(row.getString("collation_name")),
                row.getInt("is_identity") == 1,
                Optional.ofNullable(row.getString("default_definition")),
                expression.map(sql -> new GeneratedColumn(sql, persisted)));
    }

    /** The type with its arguments. */
    String spelled() {
        return switch (type) {
            case "char", "varchar", "binary", "varbinary" -> type + "(" + (length < 0 ? "max" : length) + ")";
            case "nchar", "nvarchar" -> type + "(" + (length < 0 ? "max" : length / BYTES_OF_UNIT) + ")";
            case "decimal", "numeric" -> type + "(" + precision + "," + scale + ")";
            case "time", "datetime2", "datetimeoffset" -> type + "(" + scale + ")";
            case "float" -> type + "(" + precision + ")";
            case "sysname" -> "nvarchar(128)";
            default -> type;
        };
    }

    Column column(Optional<String> comment) {
        return new Column(
                name,
                spelled(),
                nullable,
                computed.isPresent() ? Optional.empty() : defaultSql,
                identity,
                computed,
                collation,
                comment);
    }
}
