package dev.dmt.engine.mssql;

import dev.dmt.engine.ColumnUse;
import dev.dmt.schema.LogicalType;
import java.sql.Types;

/**
 * A column of a chunk, as the driver is told of it. Dates and times go as ISO 8601, which the server reads to the last digit
 * whatever the JVM's time zone and calendar.
 *
 * @param held the type that dmt makes of its logical type
 * @param asciiOnly true where other characters would be lost in the target
 */
record LoadColumn(
        String name, LogicalType type, NativeName held, int sqlType, int precision, int scale, boolean asciiOnly) {
    private static final int UNBOUNDED_TEXT = 1_073_741_823;
    private static final int UNBOUNDED_BINARY = Integer.MAX_VALUE;
    private static final int MOMENT_CHARACTERS = 40;
    private static final int UUID_CHARACTERS = 36;
    private static final MssqlTypes TYPES = new MssqlTypes();

    static LoadColumn of(String name, LogicalType type, boolean asciiOnly) {
        NativeName held =
                NativeName.parse(TYPES.nativeType(type, ColumnUse.PLAIN).sql());
        return switch (held.base()) {
            case "bit" -> plain(name, type, held, Types.BIT);
            case "tinyint" -> plain(name, type, held, Types.TINYINT);
            case "smallint" -> plain(name, type, held, Types.SMALLINT);
            case "int" -> plain(name, type, held, Types.INTEGER);
            case "bigint" -> plain(name, type, held, Types.BIGINT);
            case "real" -> plain(name, type, held, Types.REAL);
            case "float" -> plain(name, type, held, Types.DOUBLE);
            case "decimal", "numeric" ->
                new LoadColumn(
                        name,
                        type,
                        held,
                        Types.DECIMAL,
                        held.number(0).orElseThrow(),
                        held.number(1).orElseThrow(),
                        false);
            case "binary", "varbinary" ->
                new LoadColumn(name, type, held, Types.VARBINARY, held.number(0).orElse(UNBOUNDED_BINARY), 0, false);
            case "uniqueidentifier" -> new LoadColumn(name, type, held, Types.VARCHAR, UUID_CHARACTERS, 0, false);
            case "date", "time", "datetime", "smalldatetime", "datetime2", "datetimeoffset", "money", "smallmoney" ->
                new LoadColumn(name, type, held, Types.VARCHAR, MOMENT_CHARACTERS, 0, false);
            case "char", "varchar", "nchar", "nvarchar" ->
                new LoadColumn(name, type, held, Types.NVARCHAR, held.number(0).orElse(UNBOUNDED_TEXT), 0, asciiOnly);
            default -> new LoadColumn(name, type, held, Types.NVARCHAR, UNBOUNDED_TEXT, 0, asciiOnly);
        };
    }

    private static LoadColumn plain(String name, LogicalType type, NativeName held, int sqlType) {
        return new LoadColumn(name, type, held, sqlType, 0, 0, false);
    }

    /** True where the value only gets its form in SQL, so that it has to stand somewhere before. */
    boolean needsReading() {
        return type instanceof LogicalType.Native && NativeText.needsReading(held);
    }
}
