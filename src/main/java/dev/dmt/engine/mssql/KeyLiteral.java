package dev.dmt.engine.mssql;

import dev.dmt.schema.KeyValue;
import dev.dmt.schema.LogicalType;
import java.math.BigDecimal;
import java.util.Optional;

/** A key's value as a literal of its column's type, so that it is compared as the column's values are among themselves. */
final class KeyLiteral {
    private KeyLiteral() {}

    /** Empty for a NULL. */
    static Optional<String> of(KeyValue value, ReadColumn key) {
        if (value instanceof KeyValue.Whole whole) {
            return Optional.of(whole(whole.value(), key));
        } else if (value instanceof KeyValue.Real real) {
            String digits = Double.toString(real.value());
            return Optional.of(digits.indexOf('E') < 0 ? digits + "E0" : digits);
        } else if (value instanceof KeyValue.Bytes bytes) {
            return Optional.of("0x" + bytes.hex());
        } else if (value instanceof KeyValue.Text text) {
            return Optional.of(text(text.value(), key));
        }
        return Optional.empty();
    }

    private static String whole(long value, ReadColumn key) {
        if (key.access() == ReadColumn.Access.TRUTH) {
            return "CAST(" + value + " AS bit)";
        }
        return value == (int) value ? Long.toString(value) : "CAST(" + value + " AS bigint)";
    }

    private static String text(String value, ReadColumn key) {
        if (key.declared().isText()) {
            return Identifiers.literal(value);
        }
        return switch (key.type().kind()) {
            case DECIMAL -> decimal(value);
            case UUID -> cast(value, "uniqueidentifier");
            case DATE -> cast(value, "date");
            case TIME -> cast(value, "time(7)");
            case TIMESTAMP -> moment(value, key);
            case NATIVE -> NativeText.literal(NativeName.parse(((LogicalType.Native) key.type()).sql()), value);
            case BOOLEAN,
                    INTEGER,
                    FLOAT,
                    TEXT,
                    BINARY,
                    INTERVAL,
                    JSON,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    UNKNOWN -> NativeText.literal(key.declared(), value);
        };
    }

    private static String decimal(String value) {
        return cast(value, "decimal(38," + Math.max(0, new BigDecimal(value).scale()) + ")");
    }

    /** A datetime is compared as one: made finer it would be another moment. */
    private static String moment(String value, ReadColumn key) {
        return switch (key.declared().base()) {
            case "datetime", "smalldatetime" ->
                cast(value.substring(0, value.length() - 4), key.declared().base());
            case "datetimeoffset" -> cast(value + "+00:00", "datetimeoffset(7)");
            default -> cast(value, "datetime2(7)");
        };
    }

    private static String cast(String value, String type) {
        return "CAST('" + value.replace("'", "''") + "' AS " + type + ")";
    }
}
