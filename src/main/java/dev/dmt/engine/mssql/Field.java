package dev.dmt.engine.mssql;

import dev.dmt.engine.BadValueException;
import dev.dmt.schema.LogicalType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The value of one column in the current row, taken from the driver once a row and only if asked for. */
final class Field {
    private static final byte[] NOTHING = new byte[0];
    private static final int NANOS_OF_MICRO = 1000;
    private static final int MICRO_DIGITS = 6;

    private final int column;
    private final int place;
    private final ReadColumn read;
    /** Digits of a second that are kept. */
    private final int precision;

    private boolean fetched;
    private boolean nothing;
    private long whole;
    private int nanos;
    private double floating;
    private String text = "";
    private byte[] bytes = NOTHING;

    /**
     * @param column from 0, as the read counts
     * @param place from 1, as the driver counts
     */
    Field(int column, int place, ReadColumn read) {
        this.column = column;
        this.place = place;
        this.read = read;
        this.precision = precision(read.type());
    }

    private static int precision(LogicalType type) {
        if (type instanceof LogicalType.Timestamp timestamp) {
            return timestamp.precision();
        }
        return type instanceof LogicalType.Time time ? time.precision() : MICRO_DIGITS;
    }

    String name() {
        return read.name();
    }

    ReadColumn.Access access() {
        return read.access();
    }

    void forget() {
        fetched = false;
        bytes = NOTHING;
        text = "";
    }

    void fetch(ResultSet row) throws SQLException {
        if (fetched) {
            return;
        }
        switch (read.access()) {
            case TRUTH -> {
                whole = row.getBoolean(place) ? 1 : 0;
                nothing = row.wasNull();
            }
            case WHOLE -> {
                whole = row.getLong(place);
                nothing = row.wasNull();
            }
            case FLOATING -> {
                floating = row.getDouble(place);
                nothing = row.wasNull();
            }
            case DECIMAL -> decimal(row.getBigDecimal(place));
            case TEXT, UNPADDED_TEXT, UUID -> string(row.getString(place));
            case BYTES -> binary(row.getBytes(place));
            case SHAPE -> shape(row);
            case DATE, TIME, MOMENT -> moment(row.getObject(place, LocalDateTime.class));
        }
        fetched = true;
    }

    private void decimal(@Nullable BigDecimal value) {
        nothing = value == null;
        text = value == null ? "" : value.toPlainString();
    }

    private void string(@Nullable String value) {
        nothing = value == null;
        text = value == null ? "" : value;
    }

    private void binary(byte @Nullable [] value) {
        nothing = value == null;
        bytes = value == null ? NOTHING : value;
    }

    private void shape(ResultSet row) throws SQLException {
        int srid = row.getInt(place);
        binary(row.getBytes(place + 1));
        if (!nothing) {
            bytes = Ewkb.of(bytes, srid);
        }
    }

    private void moment(@Nullable LocalDateTime value) {
        nothing = value == null;
        if (value == null) {
            return;
        }
        if (read.access() == ReadColumn.Access.DATE) {
            whole = value.toLocalDate().toEpochDay();
            return;
        }
        int kept = cut(value.get(ChronoField.NANO_OF_SECOND));
        long seconds = read.access() == ReadColumn.Access.TIME
                ? value.toLocalTime().toSecondOfDay()
                : value.toEpochSecond(ZoneOffset.UTC);
        whole = seconds * MomentText.MICROS_OF_SECOND + kept / NANOS_OF_MICRO;
        nanos = precision > MICRO_DIGITS ? kept % NANOS_OF_MICRO : 0;
    }

    /** Cuts off what the type does not hold, never rounds: a second would become the next one. */
    private int cut(int nanoOfSecond) {
        int unit = 1;
        for (int digits = precision; digits < 9; digits++) {
            unit *= 10;
        }
        return nanoOfSecond - nanoOfSecond % unit;
    }

    boolean isNull() {
        return nothing;
    }

    long whole() {
        return whole;
    }

    int nanos() {
        return nanos;
    }

    double floating() {
        return floating;
    }

    byte[] bytes() {
        return switch (read.access()) {
            case DECIMAL, TEXT, UNPADDED_TEXT, UUID -> text().getBytes(StandardCharsets.UTF_8);
            case TRUTH, WHOLE, FLOATING, BYTES, DATE, TIME, MOMENT, SHAPE -> bytes;
        };
    }

    String text() {
        return switch (read.access()) {
            case UUID -> uuid();
            case UNPADDED_TEXT -> {
                requireWhole();
                yield unpadded();
            }
            case TEXT -> {
                requireWhole();
                yield text;
            }
            case DECIMAL, TRUTH, WHOLE, FLOATING, BYTES, DATE, TIME, MOMENT, SHAPE -> text;
        };
    }

    private String uuid() {
        if (text.length() != 36) {
            throw new BadValueException(column, "the text is no uuid");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private String unpadded() {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    /** SQL Server stores halves of characters, which no other encoding can. */
    private void requireWhole() {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new BadValueException(
                        column, "the text holds half of a character (a surrogate without its other)");
            }
        }
    }
}
