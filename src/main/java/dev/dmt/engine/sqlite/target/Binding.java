package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.rows.CsvRows;
import dev.dmt.engine.sqlite.RealWords;
import dev.dmt.schema.LogicalType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * How a column's values are handed to SQLite. Texts go as their bytes and are named text in SQL, which spares two conversions
 * and keeps all of them.
 *
 * @param sql what stands for the value in the statement
 */
record Binding(String sql, Setter setter) {
    private static final String PLAIN = "?";
    private static final String AS_TEXT = "CAST(? AS TEXT)";
    private static final long NEGATIVE_ZERO_BITS = Double.doubleToRawLongBits(-0.0);

    static Binding of(LogicalType type) {
        return switch (type.kind()) {
            case BOOLEAN, INTEGER -> new Binding(PLAIN, (to, at, rows, column) -> to.setLong(at, rows.getLong(column)));
            case FLOAT -> new Binding(PLAIN, (to, at, rows, column) -> number(to, at, rows.getDouble(column)));
            case DECIMAL ->
                FileTypes.isNumber((LogicalType.Decimal) type)
                        ? new Binding(PLAIN, (to, at, rows, column) -> decimal(to, at, rows.getDouble(column)))
                        : text();
            case DATE -> {
                MomentDigits digits = new MomentDigits();
                yield new Binding(
                        AS_TEXT, (to, at, rows, column) -> to.setBytes(at, digits.date(rows.getLong(column))));
            }
            case TIME -> {
                MomentDigits digits = new MomentDigits();
                yield new Binding(
                        AS_TEXT,
                        (to, at, rows, column) ->
                                to.setBytes(at, digits.time(rows.getLong(column), rows.nanosOfMicrosecond(column))));
            }
            case TIMESTAMP -> timestamp(((LogicalType.Timestamp) type).zoned());
            case BINARY, GEOMETRY, ROW_VERSION ->
                new Binding(PLAIN, (to, at, rows, column) -> to.setBytes(at, copy(rows.bytes(column))));
            case TEXT -> bounded(((LogicalType.Text) type).length().orElse(Integer.MAX_VALUE));
            case JSON, XML, UUID, INTERVAL, ENUMERATION, SET, BITS, ARRAY, NATIVE -> text();
            case UNKNOWN -> throw new IllegalArgumentException("a column of an unknown type is not moved");
        };
    }

    private static Binding text() {
        return new Binding(AS_TEXT, (to, at, rows, column) -> to.setBytes(at, copy(rows.bytes(column))));
    }

    /** SQLite takes any length, and would leave a type that no longer means what it says. */
    private static Binding bounded(int most) {
        return new Binding(AS_TEXT, (to, at, rows, column) -> {
            ByteView text = rows.bytes(column);
            if (text.length() > most && characters(text) > most) {
                throw new SQLiteException("a text of more than " + most + " characters", SQLiteErrorCode.SQLITE_TOOBIG);
            }
            to.setBytes(at, copy(text));
        });
    }

    private static int characters(ByteView text) {
        int count = 0;
        for (int i = text.offset(); i < text.offset() + text.length(); i++) {
            // All bytes but those that go on with a character begun.
            count += (text.array()[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private static Binding timestamp(boolean zoned) {
        MomentDigits digits = new MomentDigits();
        return new Binding(
                AS_TEXT,
                (to, at, rows, column) -> to.setBytes(
                        at, digits.timestamp(rows.getLong(column), rows.nanosOfMicrosecond(column), zoned)));
    }

    /** SQLite takes NaN for NULL, and in a column of numbers keeps no sign of a zero. */
    private static void number(PreparedStatement to, int at, double value) throws SQLException {
        if (Double.isNaN(value)) {
            to.setString(at, RealWords.notANumber());
        } else if (Double.doubleToRawLongBits(value) == NEGATIVE_ZERO_BITS) {
            to.setBytes(at, RealWords.negativeZero());
        } else {
            to.setDouble(at, value);
        }
    }

    private static void decimal(PreparedStatement to, int at, double value) throws SQLException {
        if (Double.isNaN(value)) {
            to.setString(at, RealWords.notANumber());
        } else {
            to.setDouble(at, value);
        }
    }

    private static byte[] copy(ByteView view) {
        return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
    }

    /** Hands one value over; it is not NULL. */
    interface Setter {
        void set(PreparedStatement to, int parameter, CsvRows rows, int column) throws SQLException;
    }
}
