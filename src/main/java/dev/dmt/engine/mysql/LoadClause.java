package dev.dmt.engine.mysql;

import dev.dmt.engine.WireFormat;
import dev.dmt.schema.LogicalType;
import java.util.ArrayList;
import java.util.List;

/** How a chunk's fields become a table's columns. */
record LoadClause(List<String> columns, List<LogicalType> types) {
    /** Texts stand in quotes, so that the word NULL without them is none; bytes are hexadecimal digits alone. */
    static final WireFormat.Csv FORMAT = new WireFormat.Csv("NULL", "1", "0", "", "", true);

    private static final String FORM = " CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"'"
            + " ESCAPED BY '' LINES TERMINATED BY '\\n'";

    /** @param how IGNORE, REPLACE or nothing, with a blank before it */
    String load(String table, String how) {
        List<String> fields = new ArrayList<>();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = MysqlIdentifiers.quote(columns.get(i));
            String value = made(i, "@f" + i);
            fields.add(value.isEmpty() ? column : "@f" + i);
            if (!value.isEmpty()) {
                made.add(column + " = " + value);
            }
        }
        return "LOAD DATA LOCAL INFILE 'dmt'" + how + " INTO TABLE " + table + FORM + " (" + String.join(", ", fields)
                + ")" + (made.isEmpty() ? "" : " SET " + String.join(", ", made));
    }

    /** The value of a column that is not just what stands in its field; empty where it is. */
    private String made(int place, String field) {
        return switch (types.get(place).kind()) {
            case BINARY, ROW_VERSION -> "UNHEX(" + field + ")";
            case GEOMETRY -> ShapeBytes.fromEwkb(field);
            case BITS -> isBit(types.get(place)) ? "CAST(CONV(" + field + ", 2, 10) AS UNSIGNED)" : "";
            case NATIVE -> DeclaredType.isOneBit(types.get(place)) ? "CAST(" + field + " AS UNSIGNED)" : "";
            default -> "";
        };
    }

    /** Others are kept as text. */
    static boolean isBit(LogicalType type) {
        return type instanceof LogicalType.Bits bits && !bits.varying() && bits.length() <= 64;
    }
}
