package dev.dmt.transfer.reject;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.schema.LogicalType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A row's values as text from which they can be had back: {@code \N} is NULL, {@code \x} begins binary in hexadecimal,
 * {@code \\} a text that begins with a backslash, {@code \?} stands for a value that nothing could read.
 */
public final class RowText {
    static final String NULL = "\\N";
    private static final String UNREADABLE = "\\?";
    private static final long MICROS_A_DAY = 86_400_000_000L;

    private RowText() {}

    public static List<String> of(RowCursor row, List<ColumnRead> columns) {
        List<String> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(row, i, columns.get(i).type()));
        }
        return values;
    }

    static String text(String value) {
        return value.startsWith("\\") ? "\\" + value : value;
    }

    private static String value(RowCursor row, int column, LogicalType type) {
        try {
            return row.isNull(column) ? NULL : typed(row, column, type);
        } catch (BadValueException e) {
            return whatever(row, column);
        }
    }

    private static String typed(RowCursor row, int column, LogicalType type) {
        return switch (type.kind()) {
            case BOOLEAN -> row.getLong(column) == 0 ? "f" : "t";
            case INTEGER -> Long.toString(row.getLong(column));
            case FLOAT -> Double.toString(row.getDouble(column));
            case DATE -> LocalDate.ofEpochDay(row.getLong(column)).toString();
            case TIME -> time(row.getLong(column));
            case TIMESTAMP -> timestamp(row.getLong(column), type);
            case TEXT, JSON, UUID, DECIMAL, INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, NATIVE ->
                text(string(row.bytes(column)));
            case BINARY, GEOMETRY, ROW_VERSION -> binary(row.bytes(column));
            case UNKNOWN -> UNREADABLE;
        };
    }

    private static String time(long micros) {
        return micros >= MICROS_A_DAY
                ? "24:00:00"
                : LocalTime.ofNanoOfDay(micros * 1_000).toString();
    }

    private static String timestamp(long micros, LogicalType type) {
        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        boolean zoned = type instanceof LogicalType.Timestamp timestamp && timestamp.zoned();
        return zoned
                ? instant.toString()
                : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    // What cannot be had in its own type can often be had in another.
    private static String whatever(RowCursor row, int column) {
        try {
            ByteView bytes = row.bytes(column);
            String string = string(bytes);
            return string.indexOf('\ufffd') < 0 ? text(string) : binary(bytes);
        } catch (RuntimeException noBytes) {
            try {
                return Long.toString(row.getLong(column));
            } catch (RuntimeException noWhole) {
                return UNREADABLE;
            }
        }
    }

    private static String string(ByteView view) {
        return new String(view.array(), view.offset(), view.length(), StandardCharsets.UTF_8);
    }

    private static String binary(ByteView view) {
        return "\\x" + HexFormat.of().formatHex(view.array(), view.offset(), view.offset() + view.length());
    }
}
