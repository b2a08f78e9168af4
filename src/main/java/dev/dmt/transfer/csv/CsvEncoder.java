package dev.dmt.transfer.csv;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.RowEncoder;
import dev.dmt.engine.WireFormat;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rows in a {@link WireFormat.Csv}. A row that holds a bad value leaves no trace in the buffer. Values
 * larger than a quarter of a megabyte pass in pieces, after all others of their row were looked at. One thread's own.
 */
public final class CsvEncoder implements RowEncoder {
    private static final int LARGE = 1 << 18;
    private static final int MICROSECONDS = 6;
    private static final byte[] NOTHING = new byte[0];

    private final TypeKind[] kinds;
    private final byte[][] suffixes;
    private final boolean[] fine;
    private final long[] nulls;
    private final int[] nullsOfRow;
    private final byte[] nullWord;
    private final byte[] trueWord;
    private final byte[] falseWord;
    private final byte[] binaryPrefix;
    private final boolean nulInText;
    private int nullCount;
    private long rows;

    public CsvEncoder(List<ColumnRead> columns, WireFormat.Csv format) {
        nullWord = bytes(format.nullWord());
        trueWord = bytes(format.trueWord());
        falseWord = bytes(format.falseWord());
        binaryPrefix = bytes(format.binaryPrefix());
        nulInText = format.nulInText();
        byte[] zoneSuffix = bytes(format.zoneSuffix());
        int count = columns.size();
        kinds = new TypeKind[count];
        suffixes = new byte[count][];
        fine = new boolean[count];
        nulls = new long[count];
        nullsOfRow = new int[count];
        for (int i = 0; i < count; i++) {
            LogicalType type = columns.get(i).type();
            kinds[i] = type.kind();
            suffixes[i] = type instanceof LogicalType.Timestamp timestamp && timestamp.zoned() ? zoneSuffix : NOTHING;
            fine[i] = isFine(type);
            if (type.kind() == TypeKind.UNKNOWN) {
                throw new IllegalArgumentException(
                        "column " + columns.get(i).name() + " has a type that has no form in CSV: " + type);
            }
        }
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isFine(LogicalType type) {
        return (type instanceof LogicalType.Timestamp timestamp && timestamp.precision() > MICROSECONDS)
                || (type instanceof LogicalType.Time time && time.precision() > MICROSECONDS);
    }

    @Override
    public void encode(RowCursor row, EncodeBuffer out) throws IOException {
        out.beginRow();
        nullCount = 0;
        try {
            for (int column = 0; column < kinds.length; column++) {
                if (column > 0) {
                    out.put(',');
                }
                if (row.isNull(column)) {
                    nullsOfRow[nullCount++] = column;
                    out.put(nullWord);
                } else {
                    value(row, column, out);
                }
            }
        } catch (BadValueException e) {
            out.takeBack();
            throw e;
        }
        out.put('\n');
        out.endRow();
        rows++;
        for (int i = 0; i < nullCount; i++) {
            nulls[nullsOfRow[i]]++;
        }
    }

    /** Rows written with a value in each column since the last call. */
    public List<Long> takeNonNullCounts() {
        List<Long> counts = new ArrayList<>(nulls.length);
        for (int i = 0; i < nulls.length; i++) {
            counts.add(rows - nulls[i]);
            nulls[i] = 0;
        }
        rows = 0;
        return counts;
    }

    private void value(RowCursor row, int column, EncodeBuffer out) throws IOException {
        switch (kinds[column]) {
            case INTEGER -> NumberDigits.whole(out, row.getLong(column));
            case TEXT, JSON, UUID, INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, NATIVE -> text(row, column, out);
            case FLOAT -> NumberDigits.floating(out, row.getDouble(column));
            case DECIMAL -> ByteFields.plain(out, row.bytes(column));
            case BOOLEAN -> out.put(row.getLong(column) == 0 ? falseWord : trueWord);
            case DATE -> DateDigits.date(out, row.getLong(column));
            case TIME -> DateDigits.time(out, row.getLong(column), nanos(row, column));
            case TIMESTAMP -> DateDigits.timestamp(out, row.getLong(column), nanos(row, column), suffixes[column]);
            case BINARY, GEOMETRY, ROW_VERSION -> ByteFields.binary(out, fitting(row, column, out), binaryPrefix);
            case UNKNOWN -> throw new IllegalStateException("refused by the constructor");
        }
    }

    private int nanos(RowCursor row, int column) {
        return fine[column] ? row.nanosOfMicrosecond(column) : 0;
    }

    private void text(RowCursor row, int column, EncodeBuffer out) throws IOException {
        if (!ByteFields.text(out, fitting(row, column, out), nulInText)) {
            throw nul(column);
        }
    }

    // A value that may outgrow the buffer must not leave it before the rest of its row is known to be good.
    private ByteView fitting(RowCursor row, int column, EncodeBuffer out) {
        ByteView view = row.bytes(column);
        if (out.isVouched() || out.rowSize() + 2L * view.length() <= LARGE) {
            return view;
        }
        if (column + 1 < kinds.length) {
            // The cursor's own view would keep a second copy of the large value alive.
            view.set(NOTHING, 0, 0);
            for (int other = column + 1; other < kinds.length; other++) {
                probe(row, other);
            }
            view = row.bytes(column);
        }
        if (!nulInText && isText(kinds[column]) && ByteFields.hasNul(view)) {
            throw nul(column);
        }
        out.vouch();
        return view;
    }

    private static boolean isText(TypeKind kind) {
        return kind != TypeKind.BINARY && kind != TypeKind.GEOMETRY && kind != TypeKind.ROW_VERSION;
    }

    private void probe(RowCursor row, int column) {
        if (row.isNull(column)) {
            return;
        }
        switch (kinds[column]) {
            case INTEGER, BOOLEAN, DATE, TIME, TIMESTAMP -> row.getLong(column);
            case FLOAT -> row.getDouble(column);
            case TEXT, JSON, UUID, INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, NATIVE -> {
                ByteView view = row.bytes(column);
                boolean bad = !nulInText && ByteFields.hasNul(view);
                view.set(NOTHING, 0, 0);
                if (bad) {
                    throw nul(column);
                }
            }
            case DECIMAL, BINARY, GEOMETRY, ROW_VERSION -> row.bytes(column).set(NOTHING, 0, 0);
            case UNKNOWN -> throw new IllegalStateException("refused by the constructor");
        }
    }

    private static BadValueException nul(int column) {
        return new BadValueException(column, "the text holds a NUL character, which the target cannot store");
    }
}
