package dev.dmt.engine.mysql;

import dev.dmt.engine.ColumnRead;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.LogicalType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * A column of a read's order, as it is compared: by its bytes where it is text, whatever its collation says.
 *
 * @param held the type that the server has, as information_schema names it
 * @param collation empty where it is no text
 */
record KeyColumn(ColumnRead column, String held, String collation) {
    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "year");
    private static final Set<String> WORDS = Set.of("uuid", "inet4", "inet6", "enum", "set");

    String expression() {
        String name = MysqlIdentifiers.quote(column.name());
        if (WORDS.contains(held)) {
            return "CAST(CAST(" + name + " AS CHAR CHARACTER SET utf8mb4) AS BINARY)";
        }
        return isText() && !isExact() ? "CAST(CONVERT(" + name + " USING utf8mb4) AS BINARY)" : name;
    }

    private boolean isText() {
        return !collation.isEmpty() && !collation.equals("binary");
    }

    /** With blanks at the end, in the order of the characters, which is that of their bytes. */
    private boolean isExact() {
        return collation.endsWith("_nopad_bin")
                || collation.equals("utf8mb4_0900_bin")
                || (collation.equals("ascii_bin") && column.type() instanceof LogicalType.Uuid);
    }

    String literal(KeyValue value) {
        if (value instanceof KeyValue.Whole whole) {
            return Long.toString(whole.value());
        } else if (value instanceof KeyValue.Real real) {
            String digits = Double.toString(real.value());
            return digits.contains("E") ? digits : digits + "E0";
        } else if (value instanceof KeyValue.Bytes bytes) {
            return "x'" + bytes.hex() + "'";
        } else if (value instanceof KeyValue.Text text) {
            return literal(text.value());
        }
        throw new IllegalArgumentException("a key holds no NULL");
    }

    private String literal(String text) {
        String type = held.toLowerCase(Locale.ROOT);
        if (NUMBERS.contains(type)) {
            return text;
        } else if (type.equals("bit")) {
            return "b'" + text + "'";
        } else if (column.type() instanceof LogicalType.Uuid && type.contains("binary")) {
            return "x'" + text.replace("-", "") + "'";
        }
        String hex = "x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
        if ((isText() && !isExact()) || WORDS.contains(type)) {
            return hex;
        }
        return isText() ? "_utf8mb4 " + hex : MysqlIdentifiers.literal(text);
    }
}
