package dev.dmt.engine;

import dev.dmt.schema.KeyTuple;

/**
 * Rows, one at a time, with typed access that boxes nothing. One thread's own. Columns count from 0, in the order of the
 * {@link TableRead}. Which accessor serves a column follows from its type's kind:
 *
 * <ul>
 *   <li>BOOLEAN (0 or 1), INTEGER, DATE (days since 1970-01-01), TIME (microseconds of the day), TIMESTAMP (microseconds
 *       since 1970-01-01 00:00, in UTC where zoned): {@link #getLong}; of the last two, where their type has more than six
 *       digits of a second, the rest by {@link #nanosOfMicrosecond}
 *   <li>FLOAT: {@link #getDouble}
 *   <li>TEXT, JSON, XML, ENUMERATION, SET, NATIVE (valid UTF-8), INTERVAL (ISO 8601), BITS (digits 0 and 1), ARRAY (JSON), UUID (36 lower-case characters), DECIMAL (digits as {@link java.math.BigDecimal}'s plain
 *       string, or NaN, Infinity, -Infinity), BINARY, ROW_VERSION, GEOMETRY (EWKB): {@link #bytes}
 * </ul>
 *
 * An accessor throws {@link BadValueException} where the value cannot be had in its type; the row may then be skipped and
 * the cursor goes on.
 */
public interface RowCursor extends AutoCloseable {
    boolean next();

    boolean isNull(int column);

    long getLong(int column);

    /** What a time or timestamp has beyond its microseconds, 0 to 999. */
    default int nanosOfMicrosecond(int column) {
        return 0;
    }

    double getDouble(int column);

    /** The value's bytes; the view is the cursor's own and valid until the next call. */
    ByteView bytes(int column);

    /** The whole row in the form that the cursor was opened for; the view is valid until the next call. */
    default ByteView encoded() {
        throw new UnsupportedOperationException("this cursor was opened for its values");
    }

    /** The current row's position in the read's order; for an order of kind NONE the row's number. */
    KeyTuple key();

    @Override
    void close();
}
