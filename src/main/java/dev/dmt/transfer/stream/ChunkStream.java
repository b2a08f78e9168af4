package dev.dmt.transfer.stream;

import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of one chunk, while it is being made. */
public final class ChunkStream extends InputStream {
    private final ChunkPipe pipe;
    private ChunkPipe.@Nullable Piece current;
    private int offset;
    private boolean ended;

    ChunkStream(ChunkPipe pipe) {
        this.pipe = pipe;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int length) {
        ChunkPipe.Piece piece = current;
        if (piece == null) {
            Optional<ChunkPipe.Piece> next = ended ? Optional.empty() : pipe.nextPiece();
            if (next.isEmpty()) {
                ended = true;
                return -1;
            }
            piece = next.get();
            current = piece;
            offset = 0;
        }
        int count = Math.min(length, piece.length() - offset);
        System.arraycopy(piece.bytes(), offset, buffer, start, count);
        offset += count;
        if (offset == piece.length()) {
            current = null;
            pipe.giveBack(piece.bytes());
        }
        return count;
    }

    /** What the chunk has come to; asked for once, when it has been read to its end. */
    public ChunkEnd end() {
        return pipe.takeEnd();
    }
}
