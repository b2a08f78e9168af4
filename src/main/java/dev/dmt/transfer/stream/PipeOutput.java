package dev.dmt.transfer.stream;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Cuts bytes into pieces for a pipe. One thread's own. */
final class PipeOutput extends OutputStream {
    private final ChunkPipe pipe;
    private byte @Nullable [] piece;
    private int size;

    PipeOutput(ChunkPipe pipe) {
        this.pipe = pipe;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        while (from < offset + length) {
            byte[] to = piece;
            if (to == null) {
                to = pipe.room();
                piece = to;
                size = 0;
            }
            int count = Math.min(to.length - size, offset + length - from);
            System.arraycopy(bytes, from, to, size, count);
            from += count;
            size += count;
            if (size == to.length) {
                flush();
            }
        }
    }

    /** Hands on what there is. */
    @Override
    public void flush() {
        byte[] full = piece;
        if (full != null) {
            piece = null;
            pipe.put(full, size);
        }
    }
}
