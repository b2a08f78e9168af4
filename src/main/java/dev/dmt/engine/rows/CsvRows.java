package dev.dmt.engine.rows;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.WireFormat;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a chunk in a {@link WireFormat.Csv}, as its writer had them. A value of any size is in memory while its row
 * is the current one. The chunk stays the caller's to close. One thread's own.
 */
public final class CsvRows implements RowCursor {
    private final RowBuffer row;
    private final TypeKind[] kinds;
    private final boolean[] zoned;
    private final boolean[] decoded;
    private final byte[] nullWord;
    private final byte[] trueWord;
    private final byte[] falseWord;
    private final byte[] binaryPrefix;
    private final MomentText moments;
    private final ByteView view = new ByteView();
    private long rowNumber;

    /** @param types of the chunk's columns, in order */
    public CsvRows(InputStream chunk, List<LogicalType> types, WireFormat.Csv form) {
        int count = types.size();
        row = new RowBuffer(chunk, count);
        kinds = new TypeKind[count];
        zoned = new boolean[count];
        decoded = new boolean[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = types.get(i).kind();
            zoned[i] = types.get(i) instanceof LogicalType.Timestamp timestamp && timestamp.zoned();
        }
        nullWord = bytes(form.nullWord());
        trueWord = bytes(form.trueWord());
        falseWord = bytes(form.falseWord());
        binaryPrefix = bytes(form.binaryPrefix());
        moments = new MomentText(bytes(form.zoneSuffix()));
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean next() {
        try {
            if (!row.next()) {
                return false;
            }
        } catch (RowBuffer.DamagedRow e) {
            throw damaged(rowNumber + 1, e.getMessage(), e);
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.TRANSIENT,
                    "the chunk cannot be read behind its row " + rowNumber + ": " + e.getMessage(),
                    ErrorContext.hint("run the same command again"),
                    e);
        }
        rowNumber++;
        Arrays.fill(decoded, false);
        return true;
    }

    /** How many rows have been read. */
    public long rowNumber() {
        return rowNumber;
    }

    @Override
    public boolean isNull(int column) {
        return !decoded[column] && !row.isQuoted(column) && is(column, nullWord);
    }

    @Override
    public long getLong(int column) {
        byte[] bytes = row.bytes();
        int from = row.from(column);
        int to = row.to(column);
        try {
            return switch (kinds[column]) {
                case INTEGER -> NumberText.whole(bytes, from, to);
                case BOOLEAN -> truth(column);
                case DATE -> moments.date(bytes, from, to);
                case TIME -> moments.time(bytes, from, to);
                case TIMESTAMP -> moments.timestamp(bytes, from, to, zoned[column]);
                case DECIMAL,
                        FLOAT,
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
                        UNKNOWN -> throw new IllegalStateException("column " + column + " is no whole number");
            };
        } catch (NumberFormatException | ArithmeticException | IndexOutOfBoundsException e) {
            throw damaged(column, e);
        }
    }

    private long truth(int column) {
        if (is(column, trueWord)) {
            return 1;
        }
        if (is(column, falseWord)) {
            return 0;
        }
        throw new NumberFormatException("no boolean");
    }

    /** Of a time or timestamp; asked for after its {@link #getLong}, or before. */
    @Override
    public int nanosOfMicrosecond(int column) {
        getLong(column);
        return moments.nanosOfMicrosecond();
    }

    @Override
    public double getDouble(int column) {
        try {
            return NumberText.floating(row.bytes(), row.from(column), row.to(column));
        } catch (NumberFormatException e) {
            throw damaged(column, e);
        }
    }

    @Override
    public ByteView bytes(int column) {
        TypeKind kind = kinds[column];
        boolean binary = kind == TypeKind.BINARY || kind == TypeKind.GEOMETRY || kind == TypeKind.ROW_VERSION;
        if (binary && !decoded[column]) {
            decode(column);
            decoded[column] = true;
        }
        int from = row.from(column);
        return view.set(row.bytes(), from, row.to(column) - from);
    }

    /** Hex digits become bytes where they stand, so that a large value is in memory once. */
    private void decode(int column) {
        byte[] bytes = row.bytes();
        int from = row.from(column);
        int first = from + binaryPrefix.length;
        int length = (row.to(column) - first) / 2;
        if (row.to(column) - first != 2 * length || length < 0) {
            throw damaged(column, new NumberFormatException("half a byte"));
        }
        try {
            for (int i = 0; i < length; i++) {
                bytes[from + i] = (byte) (nibble(bytes[first + 2 * i]) << 4 | nibble(bytes[first + 2 * i + 1]));
            }
        } catch (NumberFormatException e) {
            throw damaged(column, e);
        }
        row.shorten(column, length);
    }

    private static int nibble(byte b) {
        int nibble = Character.digit(b, 16);
        if (nibble < 0) {
            throw new NumberFormatException("no hex digit");
        }
        return nibble;
    }

    private boolean is(int column, byte[] word) {
        int from = row.from(column);
        return Arrays.equals(row.bytes(), from, row.to(column), word, 0, word.length);
    }

    private DmtException damaged(int column, RuntimeException cause) {
        return damaged(rowNumber, "its field " + (column + 1) + " is no " + kinds[column], cause);
    }

    private static DmtException damaged(long line, @Nullable String what, Exception cause) {
        return new DmtException(
                ErrorCode.DATA,
                "the chunk is damaged: of row " + line + ", " + what,
                ErrorContext.hint("forget the table's transfer (dmt reset transfer --table ...) and run it again"),
                cause);
    }

    @Override
    public KeyTuple key() {
        return KeyTuple.of(rowNumber);
    }

    /** Leaves the chunk open. */
    @Override
    public void close() {}
}
