package dev.dmt.engine.oracle;

import dev.dmt.schema.LogicalType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.Locale;
import oracle.jdbc.OracleResultSet;

/**
 * The ways from what the driver gives to what a {@link dev.dmt.engine.RowCursor} gives. Which kind of text or bytes a column
 * of the target is depends on whether it is in a key, so that is asked of the answer itself.
 */
final class Decoders {
    private static final int BYTES_OF_UUID = 16;
    private static final long NANOS_A_DAY = 86_400_000_000_000L;

    private Decoders() {}

    /**
     * @param type the driver's type of the column, of {@link Types}
     * @param typeName the server's name of it
     */
    static Decoder of(ColumnSelect select, int type, String typeName) {
        return switch (select.wanted().kind()) {
            case BOOLEAN -> Decoders::flag;
            case INTEGER -> whole((LogicalType.Int) select.wanted());
            case DECIMAL -> Decoders::decimal;
            case FLOAT -> real(select);
            case DATE -> date(moment(typeName));
            case TIME -> Decoders::time;
            case TIMESTAMP -> timestamp(moment(typeName), ((LogicalType.Timestamp) select.wanted()).precision());
            case INTERVAL -> Decoders::interval;
            case UUID -> uuid(isBytes(type));
            case BINARY, GEOMETRY, ROW_VERSION -> LargeObjects.bytes(type);
            case TEXT, NATIVE -> text(select, type);
            case JSON, XML, ENUMERATION, SET, BITS, ARRAY, UNKNOWN -> LargeObjects.text(type);
        };
    }

    private static Decoder text(ColumnSelect select, int type) {
        return switch (select.stored()) {
            case NUMBER -> Decoders::decimal;
            case BINARY_FLOAT, BINARY_DOUBLE -> Decoders::writtenReal;
            default ->
                select.wanted() instanceof LogicalType.Text wanted && wanted.fixed()
                        ? LargeObjects.unpadded(LargeObjects.text(type))
                        : LargeObjects.text(type);
        };
    }

    private static boolean isBytes(int type) {
        return type == Types.VARBINARY || type == Types.BINARY || type == Types.LONGVARBINARY;
    }

    private static boolean flag(OracleResultSet rows, int place, Slot into) throws SQLException {
        BigDecimal value = rows.getBigDecimal(place);
        if (value == null) {
            return false;
        }
        if (value.signum() != 0 && value.compareTo(BigDecimal.ONE) != 0) {
            throw into.bad("a number other than 0 and 1 is no boolean");
        }
        into.whole = value.signum();
        return true;
    }

    /** A number that is declared with few digits needs no detour; any other might have a fraction, or too many digits. */
    private static Decoder whole(LogicalType.Int type) {
        return (rows, place, into) -> {
            BigDecimal value = rows.getBigDecimal(place);
            if (value == null) {
                return false;
            }
            try {
                into.whole = value.longValueExact();
            } catch (ArithmeticException e) {
                throw into.bad("the number is not a whole one of " + type.bits() + " bits");
            }
            int bits = type.bits();
            if (bits < 64
                    && (into.whole >> (type.signed() ? bits - 1 : bits))
                            != (into.whole < 0 && type.signed() ? -1 : 0)) {
                throw into.bad("the number does not fit " + bits + " bits");
            }
            return true;
        };
    }

    static boolean quickWhole(OracleResultSet rows, int place, Slot into) throws SQLException {
        into.whole = rows.getLong(place);
        return !rows.wasNull();
    }

    static boolean decimal(OracleResultSet rows, int place, Slot into) throws SQLException {
        BigDecimal value = rows.getBigDecimal(place);
        if (value == null) {
            return false;
        }
        into.bytes = value.toPlainString().getBytes(StandardCharsets.US_ASCII);
        return true;
    }

    private static Decoder real(ColumnSelect select) {
        return switch (select.stored()) {
            case BINARY_FLOAT ->
                (rows, place, into) -> {
                    into.real = rows.getFloat(place);
                    return !rows.wasNull();
                };
            case NUMBER ->
                (rows, place, into) -> {
                    BigDecimal value = rows.getBigDecimal(place);
                    into.real = value == null ? 0 : value.doubleValue();
                    return value != null;
                };
            default -> Decoders::binaryDouble;
        };
    }

    static boolean binaryDouble(OracleResultSet rows, int place, Slot into) throws SQLException {
        into.real = rows.getDouble(place);
        return !rows.wasNull();
    }

    private static boolean writtenReal(OracleResultSet rows, int place, Slot into) throws SQLException {
        double value = rows.getDouble(place);
        into.bytes = Double.toString(value).getBytes(StandardCharsets.US_ASCII);
        return !rows.wasNull();
    }

    /** Gives the bytes of a DATE or a TIMESTAMP. */
    private static Decoder moment(String typeName) {
        if (typeName.equals("DATE")) {
            return (rows, place, into) -> {
                oracle.sql.DATE value = rows.getDATE(place);
                if (value == null) {
                    return false;
                }
                into.bytes = value.getBytes();
                return true;
            };
        }
        return (rows, place, into) -> {
            oracle.sql.TIMESTAMP value = rows.getTIMESTAMP(place);
            if (value == null) {
                return false;
            }
            into.bytes = value.getBytes();
            return true;
        };
    }

    private static Decoder timestamp(Decoder moment, int digits) {
        return (rows, place, into) -> {
            if (!moment.read(rows, place, into)) {
                return false;
            }
            OracleMoment value = taken(into).cut(digits);
            into.whole = value.micros();
            into.nanos = value.nanos();
            return true;
        };
    }

    private static Decoder date(Decoder moment) {
        return (rows, place, into) -> {
            if (!moment.read(rows, place, into)) {
                return false;
            }
            OracleMoment value = taken(into);
            if (!value.isMidnight()) {
                throw into.bad("the value has a time of day, which a date has not");
            }
            into.whole = value.epochDay();
            return true;
        };
    }

    private static OracleMoment taken(Slot slot) {
        try {
            return OracleMoment.of(slot.bytes);
        } catch (DateTimeException e) {
            throw slot.bad("the day is one of the Julian calendar alone");
        }
    }

    private static boolean time(OracleResultSet rows, int place, Slot into) throws SQLException {
        String written = rows.getString(place);
        if (written == null) {
            return false;
        }
        long nanos = IntervalText.nanos(written);
        if (nanos < 0 || nanos > NANOS_A_DAY) {
            throw into.bad("the span is no time of day");
        }
        into.whole = nanos / 1_000;
        into.nanos = (int) (nanos % 1_000);
        return true;
    }

    private static boolean interval(OracleResultSet rows, int place, Slot into) throws SQLException {
        String written = rows.getString(place);
        if (written == null) {
            return false;
        }
        String iso = written.startsWith("P") ? written : IntervalText.iso(written);
        into.bytes = iso.getBytes(StandardCharsets.UTF_8);
        return true;
    }

    private static Decoder uuid(boolean bytes) {
        return (rows, place, into) -> {
            String digits;
            if (bytes) {
                byte[] value = rows.getBytes(place);
                if (value == null) {
                    return false;
                }
                digits = HexFormat.of().formatHex(value);
            } else {
                String value = rows.getString(place);
                if (value == null) {
                    return false;
                }
                digits = value.strip().replace("-", "").toLowerCase(Locale.ROOT);
            }
            if (digits.length() != 2 * BYTES_OF_UUID || !digits.matches("[0-9a-f]+")) {
                throw into.bad("the value is no uuid");
            }
            into.bytes = (digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-" + digits.substring(12, 16) + "-"
                            + digits.substring(16, 20) + "-" + digits.substring(20))
                    .getBytes(StandardCharsets.US_ASCII);
            return true;
        };
    }
}
