package dev.dmt.engine.mssql;

import dev.dmt.engine.ColumnRead;
import dev.dmt.schema.LogicalType;
import java.util.List;

/**
 * How a column is asked for, and taken from the driver.
 *
 * @param declared the type that a source's column has; of a target's column what dmt makes of its logical type
 * @param select one expression, of a shape two: its SRID, and itself
 */
record ReadColumn(String name, LogicalType type, NativeName declared, List<String> select, Access access) {
    /** The table's name in a query: a bare column would be what is selected under its name, or twice, which is no name. */
    static final String ROWS = "r";

    private static final String IN_UTC = ", '+00:00') AS datetime2(7))";

    /** How the driver gives a value. */
    enum Access {
        TRUTH,
        WHOLE,
        FLOATING,
        DECIMAL,
        TEXT,
        /** Without the blanks at its end. */
        UNPADDED_TEXT,
        UUID,
        BYTES,
        DATE,
        TIME,
        MOMENT,
        SHAPE
    }

    ReadColumn {
        select = List.copyOf(select);
    }

    static ReadColumn of(ColumnRead read) {
        NativeName declared = ReadForm.declared(read);
        String column = ROWS + "." + Identifiers.quote(read.name());
        Access access = access(read.type(), declared);
        List<String> select = access == Access.SHAPE
                ? List.of(column + ".STSrid", column + ".AsBinaryZM()")
                : List.of(expression(read.type(), declared, column));
        return new ReadColumn(read.name(), read.type(), declared, select, access);
    }

    private static Access access(LogicalType type, NativeName declared) {
        return switch (type.kind()) {
            case BOOLEAN -> Access.TRUTH;
            case INTEGER -> Access.WHOLE;
            case FLOAT -> Access.FLOATING;
            case DECIMAL -> declared.isText() ? Access.TEXT : Access.DECIMAL;
            case TEXT -> ((LogicalType.Text) type).fixed() ? Access.UNPADDED_TEXT : Access.TEXT;
            case JSON, XML, INTERVAL, ENUMERATION, SET, BITS, ARRAY, NATIVE -> Access.TEXT;
            case UUID -> Access.UUID;
            case BINARY, ROW_VERSION -> Access.BYTES;
            case GEOMETRY -> declared.isShape() ? Access.SHAPE : Access.BYTES;
            case DATE -> Access.DATE;
            case TIME -> Access.TIME;
            case TIMESTAMP -> Access.MOMENT;
            case UNKNOWN -> throw new IllegalArgumentException("a column without a type is not read");
        };
    }

    private static String expression(LogicalType type, NativeName declared, String column) {
        return switch (type.kind()) {
            case BOOLEAN -> declared.base().equals("bit") ? column : "CAST(" + column + " AS bit)";
            case TEXT, JSON, XML, INTERVAL, ENUMERATION, SET, BITS, ARRAY -> text(declared, column);
            case DECIMAL -> declared.isText() ? text(declared, column) : column;
            case NATIVE -> NativeText.write(NativeName.parse(((LogicalType.Native) type).sql()), column);
            case TIMESTAMP ->
                // The driver counts days before 1582 in another calendar where there is an offset.
                declared.base().equals("datetimeoffset") ? "CAST(SWITCHOFFSET(" + column + IN_UTC : column;
            case BINARY ->
                declared.base().endsWith("binary") || declared.base().equals("image")
                        ? column
                        : "CONVERT(varbinary(max), " + column + ")";
            case ROW_VERSION -> "CONVERT(binary(8), " + column + ")";
            case INTEGER, FLOAT, UUID, DATE, TIME, GEOMETRY, UNKNOWN -> column;
        };
    }

    /** A text in a code page is made Unicode by the server: Java's tables leave some bytes out. */
    private static String text(NativeName declared, String column) {
        return switch (declared.base()) {
            case "nchar", "nvarchar" -> column;
            case "char", "varchar" -> "CONVERT(" + declared.asUnicode() + ", " + column + ")";
            case "float", "real" -> "CONVERT(nvarchar(40), " + column + ", 3)";
            case "date", "time", "datetime2", "datetimeoffset" -> "CONVERT(nvarchar(40), " + column + ", 121)";
            case "datetime", "smalldatetime", "money", "smallmoney", "hierarchyid" ->
                NativeText.write(declared, column);
            case "binary", "varbinary", "image", "rowversion", "timestamp", "geometry", "geography" ->
                "CONVERT(varchar(max), CONVERT(varbinary(max), " + column + "), 2)";
            case "uniqueidentifier" -> "LOWER(CONVERT(nvarchar(36), " + column + "))";
            case "sql_variant" -> "CONVERT(nvarchar(4000), " + column + ")";
            default -> "CONVERT(nvarchar(max), " + column + ")";
        };
    }

    /** What orders and bounds a column: text by its code points, whatever its collation. */
    String order() {
        String column = ROWS + "." + Identifiers.quote(name);
        return declared.isText() ? text(declared, column) + " COLLATE Latin1_General_BIN2" : column;
    }
}
