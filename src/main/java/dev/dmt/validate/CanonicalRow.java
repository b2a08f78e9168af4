package dev.dmt.validate;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.RowCursor;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.canonical.CanonicalValue;
import dev.dmt.schema.canonical.RowHasher;
import java.util.List;

/**
 * A cursor's current row in canonical form, read into the same arrays again and again: the hash of the row, the hash of
 * its key, and of each value as much as profiles and messages need. Long values are hashed whole but kept only in part,
 * so that a row of 100 MB costs no copy.
 */
final class CanonicalRow {
    static final int LONGEST_KEPT = 1024;

    /** What is hashed: it costs more than everything else, so only who compares hashes asks for them. */
    enum Hashing {
        /** Nothing: values alone. */
        NONE,
        /** The row, and its key. */
        ROWS,
        /** Each column too, for naming those that differ. */
        COLUMNS
    }

    private final LogicalType[] types;
    private final boolean[] inKey;
    private final Hashing hashing;
    private final RowHasher rowHasher = new RowHasher();
    private final RowHasher keyHasher = new RowHasher();
    private final RowHasher columnHasher = new RowHasher();
    private final CanonicalValue value = new CanonicalValue();
    private final boolean[] nulls;
    private final long[] numbers;
    private final KeptBytes[] kept;
    private final long[] hashes;
    private final boolean keyed;

    /**
     * @param keyColumns the places of the key's columns; empty where there is none: the row is then its own key
     */
    CanonicalRow(List<LogicalType> types, List<Integer> keyColumns, Hashing hashing) {
        this.types = types.toArray(new LogicalType[0]);
        this.hashing = hashing;
        this.keyed = !keyColumns.isEmpty();
        inKey = new boolean[this.types.length];
        keyColumns.forEach(place -> inKey[place] = true);
        nulls = new boolean[this.types.length];
        numbers = new long[this.types.length];
        hashes = new long[this.types.length];
        kept = new KeptBytes[this.types.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = new KeptBytes();
        }
    }

    /** Takes the cursor's row; false where a value cannot be had in its type. */
    boolean read(RowCursor cursor) {
        try {
            if (hashing == Hashing.NONE) {
                for (int column = 0; column < types.length; column++) {
                    readUnhashed(cursor, column);
                }
                return true;
            }
            rowHasher.begin();
            keyHasher.begin();
            for (int column = 0; column < types.length; column++) {
                readColumn(cursor, column);
            }
        } catch (BadValueException e) {
            return false;
        }
        rowHasher.finish();
        if (keyed) {
            keyHasher.finish();
        }
        return true;
    }

    private void readColumn(RowCursor cursor, int column) {
        nulls[column] = cursor.isNull(column);
        if (nulls[column]) {
            value.setNull();
        } else {
            readValue(cursor, column);
        }
        rowHasher.add(value);
        if (inKey[column]) {
            keyHasher.add(value);
        }
        if (hashing == Hashing.COLUMNS) {
            columnHasher.begin().add(value).finish();
            hashes[column] = columnHasher.first();
        }
    }

    private void readUnhashed(RowCursor cursor, int column) {
        nulls[column] = cursor.isNull(column);
        if (nulls[column]) {
            return;
        }
        switch (types[column].kind()) {
            case BOOLEAN, INTEGER, DATE, TIME, TIMESTAMP -> numbers[column] = cursor.getLong(column);
            case FLOAT,
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
                    UNKNOWN -> readValue(cursor, column);
        }
    }

    private void readValue(RowCursor cursor, int column) {
        LogicalType type = types[column];
        switch (type.kind()) {
            case BOOLEAN, INTEGER, DATE -> {
                numbers[column] = cursor.getLong(column);
                value.setLong(type.kind(), numbers[column]);
            }
            case TIME, TIMESTAMP -> {
                numbers[column] = cursor.getLong(column);
                value.setMoment(numbers[column], cursor.nanosOfMicrosecond(column));
            }
            case FLOAT -> {
                value.setDouble(type, cursor.getDouble(column));
                numbers[column] = FloatOrder.sortable(value);
            }
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
                    UNKNOWN -> {
                ByteView bytes = cursor.bytes(column);
                value.setBytes(type, bytes.array(), bytes.offset(), bytes.length());
                kept[column].set(value, LONGEST_KEPT);
            }
        }
    }

    LogicalType type(int column) {
        return types[column];
    }

    int columns() {
        return types.length;
    }

    boolean isNull(int column) {
        return nulls[column];
    }

    /** A value of a kind that is read as a long; for FLOAT its bits in an order that sorts. */
    long number(int column) {
        return numbers[column];
    }

    /** The first {@link #LONGEST_KEPT} bytes of a value of any other kind. */
    KeptBytes kept(int column) {
        return kept[column];
    }

    /** The hash of one column; only where asked for. */
    long columnHash(int column) {
        return hashes[column];
    }

    long hash1() {
        return rowHasher.first();
    }

    long hash2() {
        return rowHasher.second();
    }

    boolean keyed() {
        return keyed;
    }

    boolean inKey(int column) {
        return inKey[column];
    }

    /** The first word of the key's hash; of the row's where there is no key. */
    long identity1() {
        return keyed ? keyHasher.first() : rowHasher.first();
    }

    long identity2() {
        return keyed ? keyHasher.second() : rowHasher.second();
    }
}
