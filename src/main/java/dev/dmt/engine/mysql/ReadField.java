package dev.dmt.engine.mysql;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ColumnRead;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;

/** How one column of a read is asked for, and what its bytes mean. */
final class ReadField {
    private static final byte[] DIGITS = {'0', '1'};

    private final ColumnRead column;
    private final TypeKind kind;
    private final int precision;
    private final boolean zeroOrNull;
    private String held = "";

    ReadField(ColumnRead column) {
        this.column = column;
        this.kind = column.type().kind();
        this.precision = precision(column.type());
        this.zeroOrNull = column.form().equals(MysqlSourceTypes.ZERO_OR_NULL);
    }

    private static int precision(LogicalType type) {
        return type instanceof LogicalType.Timestamp timestamp
                ? timestamp.precision()
                : type instanceof LogicalType.Time time ? time.precision() : MomentBytes.MICROSECONDS;
    }

    TypeKind kind() {
        return kind;
    }

    /** As a product a float is written with all its digits; alone with six. */
    String select() {
        String name = MysqlIdentifiers.quote(column.name());
        return switch (kind) {
            case FLOAT -> "(" + name + " * 1e0)";
            case BOOLEAN -> "(" + name + " + 0)";
            case NATIVE -> DeclaredType.isOneBit(column.type()) ? "(" + name + " + 0)" : name;
            default -> name;
        };
    }

    /** Learns what the server has. */
    void learn(ResultSetMetaData metadata, int place) throws SQLException {
        held = metadata.getColumnTypeName(place).toUpperCase(Locale.ROOT);
    }

    boolean isNull(byte[] value) {
        return zeroOrNull && isMoment() && MomentBytes.isNoDate(value);
    }

    private boolean isMoment() {
        TypeKind meant = DeclaredType.kind(column.type());
        return meant == TypeKind.DATE || meant == TypeKind.TIMESTAMP;
    }

    long whole(byte[] value, int place) {
        return switch (kind) {
            case BOOLEAN -> value.length == 1 && value[0] == '0' ? 0 : 1;
            case INTEGER -> integer(value, place);
            case DATE -> MomentBytes.days(calendar(value, place));
            case TIMESTAMP -> MomentBytes.timestamp(calendar(value, place), precision);
            case TIME -> timeOfDay(value, place);
            default -> throw new IllegalStateException("column " + column.name() + " is no whole number");
        };
    }

    private static long integer(byte[] value, int place) {
        long sum = 0;
        boolean negative = value[0] == '-';
        for (int i = negative ? 1 : 0; i < value.length; i++) {
            int digit = value[i] - '0';
            if (digit < 0 || digit > 9 || sum < Long.MIN_VALUE / 10 || sum * 10 < Long.MIN_VALUE + digit) {
                throw new BadValueException(place, "the number is not a whole one of 64 bits");
            }
            sum = sum * 10 - digit;
        }
        if (!negative && sum == Long.MIN_VALUE) {
            throw new BadValueException(place, "the number is not a whole one of 64 bits");
        }
        return negative ? sum : -sum;
    }

    private static byte[] calendar(byte[] value, int place) {
        if (MomentBytes.isNoDate(value)) {
            throw new BadValueException(place, "the value is a zero date or another that is in no calendar");
        }
        return value;
    }

    private long timeOfDay(byte[] value, int place) {
        long micros = MomentBytes.time(value, precision);
        if (micros < 0 || micros > MomentBytes.SECONDS_A_DAY * MomentBytes.MICROS_A_SECOND) {
            throw new BadValueException(place, "the value is a span of time, no time of a day");
        }
        return micros;
    }

    double number(byte[] value) {
        return Double.parseDouble(new String(value, StandardCharsets.ISO_8859_1));
    }

    byte[] bytes(byte[] value) {
        return switch (kind) {
            case GEOMETRY -> held.equals("GEOMETRY") ? ShapeBytes.toEwkb(value) : value;
            case BITS -> held.equals("BIT") ? bits(value) : value;
            case INTERVAL -> held.equals("TIME") ? MomentBytes.interval(value) : value;
            case UUID -> held.contains("BINARY") || held.contains("BLOB") ? uuid(value) : value;
            default -> value;
        };
    }

    private byte[] bits(byte[] value) {
        int length = ((LogicalType.Bits) column.type()).length();
        byte[] digits = new byte[length];
        for (int i = 0; i < length; i++) {
            int bit = length - 1 - i;
            int at = value.length - 1 - bit / 8;
            digits[i] = DIGITS[at < 0 ? 0 : value[at] >> (bit % 8) & 1];
        }
        return digits;
    }

    private static byte[] uuid(byte[] value) {
        StringBuilder text = new StringBuilder(HexFormat.of().formatHex(value));
        if (value.length == 16) {
            for (int dash : new int[] {20, 16, 12, 8}) {
                text.insert(dash, '-');
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
