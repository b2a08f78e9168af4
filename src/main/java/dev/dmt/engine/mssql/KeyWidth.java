package dev.dmt.engine.mssql;

import dev.dmt.schema.Column;
import dev.dmt.schema.Table;
import java.util.List;

/** How many bytes a key may take, by the types of its columns. */
final class KeyWidth {
    private static final int DECIMAL = 17;
    private static final int GUID = 16;
    private static final int MOMENT = 10;
    private static final int NUMBER = 8;

    private KeyWidth() {}

    static int of(Table table, List<String> columns) {
        return columns.stream()
                .flatMap(name -> table.column(name).stream())
                .mapToInt(KeyWidth::of)
                .sum();
    }

    private static int of(Column column) {
        NativeName type = NativeName.parse(column.nativeType());
        return switch (type.base()) {
            case "nchar", "nvarchar" -> 2 * type.number(0).orElse(MssqlTypes.LONGEST_UNICODE);
            case "char", "varchar", "binary", "varbinary" -> type.number(0).orElse(MssqlTypes.LONGEST_BYTES);
            case "decimal", "numeric" -> DECIMAL;
            case "uniqueidentifier" -> GUID;
            case "datetimeoffset", "datetime2", "datetime", "time" -> MOMENT;
            default -> NUMBER;
        };
    }
}
