package dev.dmt.engine.postgres;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.RowEncoder;
import java.io.IOException;

/**
 * Writes rows in COPY's binary format. A row that holds a bad value leaves no trace in the buffer; values larger than a
 * quarter of a megabyte pass in pieces, after all others of their row were looked at.
 */
final class BinaryRowEncoder implements RowEncoder {
    private static final int LARGE = 1 << 18;
    private static final int PIECE = 1 << 16;
    private static final int NULL = -1;
    private static final byte[] NOTHING = new byte[0];

    private final FieldForm[] fields;
    private final BinaryNumeric numeric = new BinaryNumeric();

    BinaryRowEncoder(FieldForm[] fields) {
        this.fields = fields.clone();
    }

    @Override
    public void begin(EncodeBuffer out) {
        BinaryFormat.begin(out);
    }

    @Override
    public void end(EncodeBuffer out) {
        BinaryFormat.end(out);
    }

    @Override
    public void encode(RowCursor row, EncodeBuffer out) throws IOException {
        out.beginRow();
        try {
            BinaryFields.int2(out, fields.length);
            for (int column = 0; column < fields.length; column++) {
                if (row.isNull(column)) {
                    BinaryFields.int4(out, NULL);
                } else if (fields[column] == FieldForm.TEXT
                        || fields[column] == FieldForm.BYTES
                        || fields[column] == FieldForm.JSONB) {
                    sized(row, column, out);
                } else {
                    fixed(row, column, out);
                }
            }
        } catch (BadValueException e) {
            out.takeBack();
            throw e;
        }
        out.endRow();
    }

    private void fixed(RowCursor row, int column, EncodeBuffer out) {
        switch (fields[column]) {
            case BOOLEAN -> BinaryFields.bool(out, row.getLong(column) != 0);
            case INT2 -> BinaryFields.smallint(out, column, row.getLong(column));
            case INT4 -> BinaryFields.integer(out, column, row.getLong(column));
            case INT8, TIME -> BinaryFields.bigint(out, row.getLong(column));
            case FLOAT4 -> BinaryFields.real(out, column, row.getDouble(column));
            case FLOAT8 -> BinaryFields.bigint(out, Double.doubleToRawLongBits(row.getDouble(column)));
            case NUMERIC -> numeric.write(out, column, row.bytes(column));
            case UUID -> BinaryFields.uuid(out, column, row.bytes(column));
            case DATE -> BinaryFields.integer(out, column, row.getLong(column) - BinaryFields.EPOCH_DAYS);
            case TIMESTAMP -> BinaryFields.moment(out, column, row.getLong(column));
            case TEXT, BYTES, JSONB -> throw new IllegalStateException("written by sized");
        }
    }

    private void sized(RowCursor row, int column, EncodeBuffer out) throws IOException {
        ByteView view = row.bytes(column);
        if (fields[column] != FieldForm.BYTES) {
            requireNoNul(column, view);
        }
        if (!out.isVouched() && out.rowSize() + (long) view.length() > LARGE) {
            view = vouched(row, column, out, view);
        }
        boolean document = fields[column] == FieldForm.JSONB;
        BinaryFields.int4(out, view.length() + (document ? 1 : 0));
        if (document) {
            out.put(1);
        }
        byte[] from = view.array();
        int end = view.offset() + view.length();
        for (int at = view.offset(); at < end; at += PIECE) {
            int count = Math.min(PIECE, end - at);
            out.room(count);
            System.arraycopy(from, at, out.bytes, out.size, count);
            out.size += count;
            out.spill();
        }
    }

    /** A value that may outgrow the buffer must not leave it before the rest of its row is known to be good. */
    private ByteView vouched(RowCursor row, int column, EncodeBuffer out, ByteView view) {
        ByteView again = view;
        if (column + 1 < fields.length) {
            // The cursor's own view would keep a second copy of the large value alive.
            view.set(NOTHING, 0, 0);
            for (int other = column + 1; other < fields.length; other++) {
                if (!row.isNull(other)) {
                    look(row, other, out);
                }
            }
            again = row.bytes(column);
        }
        out.vouch();
        return again;
    }

    private void look(RowCursor row, int column, EncodeBuffer out) {
        switch (fields[column]) {
            case TEXT, JSONB -> {
                ByteView view = row.bytes(column);
                requireNoNul(column, view);
                view.set(NOTHING, 0, 0);
            }
            case BYTES -> row.bytes(column).set(NOTHING, 0, 0);
            case BOOLEAN, INT2, INT4, INT8, FLOAT4, FLOAT8, NUMERIC, UUID, DATE, TIME, TIMESTAMP -> {
                int size = out.size;
                fixed(row, column, out);
                out.size = size;
            }
        }
    }

    private static void requireNoNul(int column, ByteView value) {
        byte[] bytes = value.array();
        int end = value.offset() + value.length();
        for (int i = value.offset(); i < end; i++) {
            if (bytes[i] == 0) {
                throw new BadValueException(column, "the text holds a NUL character, which the target cannot store");
            }
        }
    }
}
