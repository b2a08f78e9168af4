package dev.dmt.validate;

import dev.dmt.schema.TypeKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;

/** A value as a person reads it, from its canonical form: short, on one line. */
final class ValueText {
    private static final int LONGEST = 80;
    private static final int MICROS_A_SECOND = 1_000_000;

    private ValueText() {}

    static String of(CanonicalRow row, int column) {
        if (row.isNull(column)) {
            return "NULL";
        }
        TypeKind kind = row.type(column).kind();
        return switch (kind) {
            case BOOLEAN, INTEGER, DATE, TIME, TIMESTAMP, FLOAT -> ofNumber(kind, row.number(column));
            case DECIMAL,
                    TEXT,
                    BINARY,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN ->
                ofForm(kind, row.kept(column).toBytes(), row.kept(column).whole());
        };
    }

    /** The key's columns and their values ("tenant=3, code='a'"). */
    static String keyOf(CanonicalRow row, java.util.List<String> names) {
        if (!row.keyed()) {
            return "row " + HexFormat.of().toHexDigits(row.hash1());
        }
        StringBuilder out = new StringBuilder();
        for (int column = 0; column < row.columns(); column++) {
            if (row.inKey(column)) {
                out.append(out.isEmpty() ? "" : ", ").append(names.get(column)).append('=');
                out.append(of(row, column));
            }
        }
        return out.toString();
    }

    static String ofNumber(TypeKind kind, long number) {
        return switch (kind) {
            case BOOLEAN -> Boolean.toString(number != 0);
            case FLOAT -> Double.toString(FloatOrder.toDouble(number));
            case DATE -> date(number);
            case TIME -> time(number);
            case TIMESTAMP -> timestamp(number);
            case INTEGER,
                    DECIMAL,
                    TEXT,
                    BINARY,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> Long.toString(number);
        };
    }

    static String ofForm(TypeKind kind, byte[] form, boolean whole) {
        return switch (kind) {
            case DECIMAL -> new String(form, StandardCharsets.UTF_8);
            case BINARY, GEOMETRY, ROW_VERSION -> shorten("\\x" + HexFormat.of().formatHex(form), whole);
            case UUID -> form.length == 16 ? uuid(form) : quote(form, whole);
            case BOOLEAN,
                    INTEGER,
                    FLOAT,
                    TEXT,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    NATIVE,
                    UNKNOWN -> quote(form, whole);
        };
    }

    private static String quote(byte[] form, boolean whole) {
        StringBuilder out = new StringBuilder("'");
        new String(form, StandardCharsets.UTF_8).codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                out.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            } else {
                out.appendCodePoint(c);
            }
        });
        String text = shorten(out.toString(), whole);
        return text.endsWith("…") ? text : text + "'";
    }

    private static String shorten(String text, boolean whole) {
        if (text.length() > LONGEST) {
            return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + "…";
        }
        return whole ? text : text + "…";
    }

    private static String uuid(byte[] form) {
        ByteBuffer words = ByteBuffer.wrap(form);
        return new java.util.UUID(words.getLong(), words.getLong()).toString();
    }

    private static String date(long days) {
        return Math.abs(days) > LocalDate.MAX.toEpochDay()
                ? infinity(days)
                : LocalDate.ofEpochDay(days).toString();
    }

    private static String time(long micros) {
        return micros < 0 || micros >= Duration.ofDays(1).toSeconds() * MICROS_A_SECOND
                ? micros + " µs"
                : LocalTime.ofNanoOfDay(micros * 1000).toString();
    }

    private static String timestamp(long micros) {
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
            return infinity(micros);
        }
        String instant = Instant.ofEpochSecond(
                        Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * 1000L)
                .toString();
        return instant.substring(0, instant.length() - 1);
    }

    private static String infinity(long sign) {
        return sign < 0 ? "-infinity" : "infinity";
    }
}
