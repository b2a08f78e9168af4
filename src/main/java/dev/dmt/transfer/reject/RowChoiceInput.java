package dev.dmt.transfer.reject;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongPredicate;

/** The chosen rows of a CSV stream, byte for byte; rows count from 0. */
final class RowChoiceInput extends FilterInputStream {
    private final LongPredicate choice;
    private final long end;
    private long row;
    private boolean quoted;
    private boolean chosen;

    /** Ends before the row {@code end}, however many follow. */
    RowChoiceInput(InputStream in, LongPredicate choice, long end) {
        super(in);
        this.choice = choice;
        this.end = end;
        this.chosen = end > 0 && choice.test(0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (row < end || length == 0) {
            int count = in.read(buffer, offset, length);
            if (count <= 0) {
                return count;
            }
            int kept = keep(buffer, offset, count);
            if (kept > 0) {
                return kept;
            }
        }
        return -1;
    }

    private int keep(byte[] buffer, int offset, int count) {
        int to = offset;
        for (int from = offset; from < offset + count; from++) {
            byte b = buffer[from];
            if (chosen) {
                buffer[to++] = b;
            }
            if (b == '"') {
                quoted = !quoted;
            } else if (b == '\n' && !quoted) {
                row++;
                chosen = row < end && choice.test(row);
            }
        }
        return to - offset;
    }
}
