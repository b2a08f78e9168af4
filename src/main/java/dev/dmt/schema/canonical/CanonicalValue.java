package dev.dmt.schema.canonical;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.Arrays;

/**
 * The canonical form of one value, set again for each value so that nothing is allocated. Text and binary are not copied:
 * the form is a view of the bytes it was set from. One thread's own.
 */
public final class CanonicalValue {
    private static final byte[] NOTHING = new byte[0];
    private static final long ONE_NAN = 0x7ff8000000000000L;

    private final CanonicalBytes own = new CanonicalBytes(64);
    private final DecimalForm decimal = new DecimalForm(own);

    private byte[] array = NOTHING;
    private int offset;
    private int length = -1;

    public CanonicalValue setNull() {
        array = NOTHING;
        offset = 0;
        length = -1;
        return this;
    }

    /** A value that the cursor gives as a long: a boolean (0 or 1), a whole number, days or microseconds. */
    public CanonicalValue setLong(TypeKind kind, long value) {
        own.clear();
        switch (kind) {
            case BOOLEAN -> own.put(value == 0 ? 0 : 1);
            case INTEGER, DECIMAL -> own.putDigits(value);
            case DATE, TIME, TIMESTAMP -> own.putEightBytes(value);
            case FLOAT,
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
                    UNKNOWN -> throw new IllegalArgumentException("a " + kind + " is not given as a long");
        }
        return useOwn();
    }

    /** A time or a timestamp with more digits than microseconds have; without such digits as {@link #setLong} has it. */
    public CanonicalValue setMoment(long micros, int nanos) {
        own.clear();
        own.putEightBytes(micros);
        if (nanos != 0) {
            own.put(nanos >> 8);
            own.put(nanos);
        }
        return useOwn();
    }

    /** A floating-point number; one of 32 bits is first rounded to what such a column can hold. */
    public CanonicalValue setDouble(LogicalType type, double value) {
        double held = type instanceof LogicalType.Floating floating && floating.bits() == 32 ? (float) value : value;
        own.clear();
        own.putEightBytes(Double.isNaN(held) ? ONE_NAN : Double.doubleToRawLongBits(held));
        return useOwn();
    }

    /** A value that the cursor gives as bytes. What is not of its type (a uuid of 35 characters) keeps its bytes. */
    public CanonicalValue setBytes(LogicalType type, byte[] from, int fromOffset, int count) {
        own.clear();
        boolean converted = switch (type.kind()) {
            case INTEGER, DECIMAL -> decimal.write(from, fromOffset, count);
            case UUID -> UuidForm.write(from, fromOffset, count, own);
            case JSON ->
                type instanceof LogicalType.Json json && json.binary() && JsonForm.write(from, fromOffset, count, own);
            case TEXT,
                    BINARY,
                    BOOLEAN,
                    FLOAT,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> false;
        };
        if (converted) {
            return useOwn();
        }
        array = from;
        offset = fromOffset;
        length = count;
        return this;
    }

    private CanonicalValue useOwn() {
        array = own.array();
        offset = 0;
        length = own.length();
        return this;
    }

    public boolean isNull() {
        return length < 0;
    }

    /** The array that holds the form; only {@link #length} bytes from {@link #offset} count. Not for NULL. */
    public byte[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    /** How many bytes the form has; -1 for NULL. */
    public int length() {
        return length;
    }

    /** A copy of the form's bytes; empty for NULL. */
    public byte[] toBytes() {
        return isNull() ? NOTHING : Arrays.copyOfRange(array, offset, offset + length);
    }
}
