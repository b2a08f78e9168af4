package dev.dmt.engine.sqlite;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;

/** How one column's cells become values. Each serves one of the three accessors. One thread's own. */
interface Conversion {
    default boolean isNull(NativeRows rows, int column) {
        return rows.storageClass(column) == NativeRows.NULL;
    }

    default long toLong(NativeRows rows, int column) {
        throw new IllegalStateException("column " + column + " has no whole numbers");
    }

    /** What a time or timestamp has beyond its microseconds. */
    default int toNanos(NativeRows rows, int column) {
        return 0;
    }

    default double toDouble(NativeRows rows, int column) {
        throw new IllegalStateException("column " + column + " has no floating point numbers");
    }

    default ByteView toBytes(NativeRows rows, int column) {
        throw new IllegalStateException("column " + column + " has no bytes");
    }

    /** Reads the value through whichever accessor it has, for the exception alone. */
    void probe(NativeRows rows, int column);

    /** A column of whole numbers: also booleans, dates, times and timestamps. */
    interface OfLong extends Conversion {
        @Override
        long toLong(NativeRows rows, int column);

        @Override
        default void probe(NativeRows rows, int column) {
            toLong(rows, column);
        }
    }

    /** A column of floating point numbers. */
    interface OfDouble extends Conversion {
        @Override
        double toDouble(NativeRows rows, int column);

        @Override
        default void probe(NativeRows rows, int column) {
            toDouble(rows, column);
        }
    }

    /** A column of bytes: also texts, decimals and uuids. */
    interface OfBytes extends Conversion {
        @Override
        ByteView toBytes(NativeRows rows, int column);

        @Override
        default void probe(NativeRows rows, int column) {
            toBytes(rows, column);
        }
    }

    static BadValueException misfit(NativeRows rows, int column, String wanted) {
        String found = switch (rows.storageClass(column)) {
            case NativeRows.INTEGER -> "an integer";
            case NativeRows.REAL -> "a real";
            case NativeRows.TEXT -> "a text";
            case NativeRows.BLOB -> "a blob";
            default -> "NULL";
        };
        return new BadValueException(column, found + " that is not " + wanted);
    }
}
