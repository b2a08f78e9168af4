package dev.dmt.engine.oracle;

import dev.dmt.engine.oracle.CatalogRows.ColumnRow;

/** Spells a column's type as it would stand in a declaration, from how the dictionary takes it apart. */
final class TypeSpelling {
    private TypeSpelling() {}

    static String of(ColumnRow column) {
        String type = column.type();
        return switch (type) {
            case "NUMBER" -> number(column);
            case "FLOAT" -> "FLOAT(" + column.precision().orElse(126) + ")";
            case "VARCHAR2", "CHAR", "VARCHAR" ->
                type + "(" + (column.countsBytes() ? column.length() + " BYTE" : column.characters() + " CHAR") + ")";
            case "NVARCHAR2", "NCHAR" -> type + "(" + column.characters() + ")";
            case "RAW", "UROWID" -> type + "(" + column.length() + ")";
            default -> isKnownOwner(column) ? type : column.typeOwner().orElse("") + "." + type;
        };
    }

    /** The server spells the rest with its arguments by itself: TIMESTAMP(6) WITH TIME ZONE. */
    private static boolean isKnownOwner(ColumnRow column) {
        return column.typeOwner().isEmpty()
                || (column.type().equals("XMLTYPE")
                        && (column.typeOwner().get().equals("SYS")
                                || column.typeOwner().get().equals("PUBLIC")))
                || (column.type().equals("SDO_GEOMETRY")
                        && column.typeOwner().get().equals("MDSYS"));
    }

    private static String number(ColumnRow column) {
        if (column.precision().isEmpty()) {
            return column.scale().isEmpty()
                    ? "NUMBER"
                    : "NUMBER(*," + column.scale().getAsInt() + ")";
        }
        int scale = column.scale().orElse(0);
        return "NUMBER(" + column.precision().getAsInt() + (scale == 0 ? "" : "," + scale) + ")";
    }
}
