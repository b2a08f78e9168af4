package dev.dmt.engine.mssql;

/** How a value of a type of SQL Server's own is written as text, and read again, without any loss. */
final class NativeText {
    private NativeText() {}

    /** @param column quoted */
    static String write(NativeName type, String column) {
        return switch (type.base()) {
            case "nchar", "nvarchar" -> column;
            case "char", "varchar" -> "CONVERT(" + type.asUnicode() + ", " + column + ")";
            case "money", "smallmoney" -> "CONVERT(nvarchar(30), " + column + ", 2)";
            case "datetime", "smalldatetime" -> "CONVERT(nvarchar(30), " + column + ", 126)";
            case "datetimeoffset" -> "CONVERT(nvarchar(40), " + column + ", 121)";
            case "hierarchyid" -> column + ".ToString()";
            case "geometry", "geography" -> "CONVERT(varchar(max), CONVERT(varbinary(max), " + column + "), 2)";
            default -> "CONVERT(nvarchar(max), " + column + ")";
        };
    }

    /** True where a text of {@link #write} only becomes such a value by {@link #read}: the server does not do it by itself. */
    static boolean needsReading(NativeName type) {
        return switch (type.base()) {
            case "xml", "json", "hierarchyid", "geometry", "geography" -> true;
            default -> false;
        };
    }

    /** @param text an expression */
    static String read(NativeName type, String text) {
        return switch (type.base()) {
            // 1 keeps blanks between tags.
            case "xml" -> "CONVERT(xml, " + text + ", 1)";
            case "geometry", "geography" -> "CONVERT(" + type.base() + ", CONVERT(varbinary(max), " + text + ", 2))";
            default -> "CAST(" + text + " AS " + type.uncollated() + ")";
        };
    }

    /** A literal to compare a column with. */
    static String literal(NativeName type, String text) {
        return type.isText()
                ? Identifiers.literal(text)
                : "CAST(" + Identifiers.literal(text) + " AS " + type.uncollated() + ")";
    }
}
