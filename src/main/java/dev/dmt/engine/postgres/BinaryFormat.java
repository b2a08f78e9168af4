package dev.dmt.engine.postgres;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.RowEncoder;
import dev.dmt.engine.WireColumn;
import dev.dmt.engine.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** COPY's binary format: about two thirds of the server's work of the text formats. */
record BinaryFormat(List<FieldForm> fields, boolean untouched) implements WireFormat.Own {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    /** The format for these columns; empty where a value of one of them has no exact field. */
    static Optional<WireFormat.Own> of(List<WireColumn> columns) {
        List<FieldForm> fields = new ArrayList<>(columns.size());
        for (WireColumn column : columns) {
            Optional<FieldForm> field = FieldForm.of(column);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        return Optional.of(new BinaryFormat(List.copyOf(fields), false));
    }

    static WireFormat.Own passedThrough() {
        return new BinaryFormat(List.of(), true);
    }

    @Override
    public String name() {
        return "postgres_binary";
    }

    @Override
    public RowEncoder encoder() {
        return untouched ? new PassedRows() : new BinaryRowEncoder(fields.toArray(FieldForm[]::new));
    }

    static void begin(EncodeBuffer out) {
        out.put(SIGNATURE);
        out.put(new byte[8]);
    }

    static void end(EncodeBuffer out) {
        out.put(0xff);
        out.put(0xff);
    }

    /** Rows that come in this format and go on as they are. */
    private static final class PassedRows implements RowEncoder {
        @Override
        public void begin(EncodeBuffer out) {
            BinaryFormat.begin(out);
        }

        @Override
        public void encode(RowCursor row, EncodeBuffer out) throws IOException {
            out.beginRow();
            ByteView view = row.encoded();
            out.room(view.length());
            System.arraycopy(view.array(), view.offset(), out.bytes, out.size, view.length());
            out.size += view.length();
            out.endRow();
        }

        @Override
        public void end(EncodeBuffer out) {
            BinaryFormat.end(out);
        }
    }
}
