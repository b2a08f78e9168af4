package dev.dmt.engine.rows;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * One row at a time of a CSV stream, whole in memory, its fields found and the doubled quotes in them made single. Grows to
 * the longest row. One thread's own.
 */
final class RowBuffer {
    private static final int FIRST_SIZE = 1 << 17;
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private final int[] froms;
    private final int[] tos;
    private final boolean[] quotes;
    private byte[] bytes = new byte[FIRST_SIZE];
    // Fields are counted from the row's first byte, which moves to the front whenever the buffer is filled.
    private int start;
    private int at;
    private int end;

    RowBuffer(InputStream in, int fields) {
        this.in = in;
        this.froms = new int[fields];
        this.tos = new int[fields];
        this.quotes = new boolean[fields];
    }

    /** False at the stream's end. */
    boolean next() throws IOException {
        start = at;
        if (at == end && !fill()) {
            return false;
        }
        int last = froms.length - 1;
        for (int field = 0; field <= last; field++) {
            if (peek() == '"') {
                quoted(field);
            } else {
                plain(field);
            }
            if (field < last) {
                expect(',');
            }
        }
        expect('\n');
        return true;
    }

    /** The row's bytes lie here; until the next row they may be overwritten where their field is. */
    byte[] bytes() {
        return bytes;
    }

    int from(int field) {
        return start + froms[field];
    }

    int to(int field) {
        return start + tos[field];
    }

    boolean isQuoted(int field) {
        return quotes[field];
    }

    /** Makes a field shorter, after its bytes were decoded in place. */
    void shorten(int field, int length) {
        tos[field] = froms[field] + length;
    }

    private void plain(int field) throws IOException {
        froms[field] = at - start;
        while (true) {
            byte[] from = bytes;
            int stop = end;
            int i = at;
            while (i < stop && from[i] != ',' && from[i] != '\n') {
                i++;
            }
            at = i;
            if (i < stop || !fill()) {
                break;
            }
        }
        tos[field] = at - start;
        quotes[field] = false;
    }

    private void quoted(int field) throws IOException {
        at++;
        froms[field] = at - start;
        int length = 0;
        boolean open = true;
        while (open) {
            length = take(froms[field], length);
            at++;
            open = peek() == '"';
            if (open) {
                bytes[start + froms[field] + length] = '"';
                length++;
                at++;
            }
        }
        tos[field] = froms[field] + length;
        quotes[field] = true;
    }

    // Moves what lies before the next quote to where the field's text has grown to; they differ by the quotes met so
    // far.
    private int take(int from, int length) throws IOException {
        int taken = length;
        while (true) {
            byte[] within = bytes;
            int stop = end;
            int first = at;
            int i = first;
            while (i < stop && within[i] != '"') {
                i++;
            }
            int to = start + from + taken;
            if (to != first) {
                System.arraycopy(within, first, within, to, i - first);
            }
            taken += i - first;
            at = i;
            if (i < stop) {
                return taken;
            }
            if (!fill()) {
                throw cut();
            }
        }
    }

    private int peek() throws IOException {
        return at < end || fill() ? bytes[at] : -1;
    }

    private void expect(char wanted) throws IOException {
        int found = peek();
        if (found < 0) {
            throw cut();
        }
        if (found != wanted) {
            throw new DamagedRow(wanted == ',' ? "it has too few fields" : "it has too many fields");
        }
        at++;
    }

    private static IOException cut() {
        return new EOFException("it ends in the middle of a row");
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, end - start);
            at -= start;
            end -= start;
            start = 0;
        }
        if (end == bytes.length) {
            if (end == LARGEST) {
                throw new IOException("a row of it is larger than 2 GB");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, bytes.length * 2L));
        }
        int count = in.read(bytes, end, bytes.length - end);
        if (count < 0) {
            return false;
        }
        end += count;
        return true;
    }

    /** A row that is not what its columns make expect. */
    static final class DamagedRow extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedRow(String what) {
            super(what);
        }
    }
}
