package dev.dmt.transfer.stream;

import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.RowEncoder;
import dev.dmt.storage.StorageFailure;
import dev.dmt.transfer.cut.RowCutter;
import dev.dmt.transfer.reject.RejectFile;
import dev.dmt.transfer.reject.RejectFiles;
import java.io.IOException;

/** Reads a unit to its end and sends it through a pipe, chunk after chunk. One thread's own. */
public final class ChunkFeed {
    private final RowCutter rows;
    private final RowEncoder encoder;
    private final RejectFiles rejects;
    private final ChunkPipe pipe;
    private final EncodeBuffer buffer = new EncodeBuffer();

    public ChunkFeed(RowCutter rows, RowEncoder encoder, RejectFiles rejects, ChunkPipe pipe) {
        this.rows = rows;
        this.encoder = encoder;
        this.rejects = rejects;
        this.pipe = pipe;
    }

    /** Sends all that is left; the first chunk has that number. */
    public void run(int first) {
        for (int number = first; !rows.ended(); number++) {
            send(number);
        }
        pipe.end();
    }

    private void send(int number) {
        long begin = System.nanoTime();
        PipeOutput output = new PipeOutput(pipe);
        try (RejectFile rejected = rejects.unreadable(number)) {
            buffer.into(output);
            encoder.begin(buffer);
            long read = rows.fill(buffer, rejected);
            encoder.end(buffer);
            buffer.flush();
            output.flush();
            // Before the chunk's end, which its commit waits for: rejects of a committed chunk are on the disk.
            rejected.publish();
            pipe.endChunk(new ChunkEnd(
                    number,
                    rows.position(),
                    read,
                    rejected.count(),
                    buffer.written(),
                    rows.ended(),
                    (System.nanoTime() - begin) / 1e9));
        } catch (IOException e) {
            throw StorageFailure.of("writing the rejects", rejects.path(), e);
        }
    }
}
