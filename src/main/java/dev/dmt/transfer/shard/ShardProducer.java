package dev.dmt.transfer.shard;

import dev.dmt.config.ShardCompression;
import dev.dmt.engine.BadValueException;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.WireFormat;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.storage.StorageFailure;
import dev.dmt.transfer.csv.CsvEncoder;
import dev.dmt.transfer.csv.EncodeBuffer;
import dev.dmt.transfer.reject.BadRows;
import dev.dmt.transfer.reject.RejectFile;
import dev.dmt.transfer.reject.RejectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a unit from a position to its end and writes it as shards, one a call. One thread's own. */
public final class ShardProducer implements AutoCloseable {
    /**
     * What to read and how to cut it.
     *
     * @param ordered false where rows come in no order that could be taken up again
     * @param beforeEachRow throws where the work should stop
     */
    public record Cutting(
            TableRead read,
            WireFormat.Csv format,
            KeyRange range,
            boolean ordered,
            long shardRows,
            long shardBytes,
            ShardCompression compression,
            Runnable beforeEachRow) {}

    private final Reader reader;
    private final Cutting cutting;
    private final ShardFolder folder;
    private final BadRows badRows;
    private final RejectFiles rejects;
    private final CsvEncoder encoder;
    private final EncodeBuffer buffer = new EncodeBuffer();
    private @Nullable RowCursor cursor;
    private Optional<KeyTuple> position;
    private int number;
    private boolean ended;

    public ShardProducer(Reader reader, Cutting cutting, ShardFolder folder, BadRows badRows, RejectFiles rejects) {
        this.reader = reader;
        this.cutting = cutting;
        this.folder = folder;
        this.badRows = badRows;
        this.rejects = rejects;
        this.encoder = new CsvEncoder(cutting.read().columns(), cutting.format());
        this.position = cutting.range().after();
    }

    /** Numbers the next shard. */
    public ShardProducer numberedFrom(int first) {
        number = first - 1;
        return this;
    }

    /** Writes the next shard; empty where the unit has no more rows. */
    public Optional<Shard> next() {
        RowCursor rows = cursor == null ? open() : cursor;
        if (ended) {
            return Optional.empty();
        }
        number++;
        Path file = folder.shard(number, cutting.compression());
        long begin = System.nanoTime();
        try (ShardWriter writer = new ShardWriter(file, cutting.compression());
                RejectFile rejected = rejects.unreadable(number)) {
            buffer.into(writer.content());
            Optional<KeyTuple> after = position;
            long read = fill(rows, rejected);
            buffer.flush();
            rejected.publish();
            String sha256 = writer.publish();
            ShardEntry entry = new ShardEntry(
                    number,
                    after,
                    position,
                    read,
                    read - rejected.count(),
                    rejected.count(),
                    buffer.written(),
                    writer.storedBytes(),
                    sha256,
                    encoder.takeNonNullCounts(),
                    (System.nanoTime() - begin) / 1e9);
            return Optional.of(new Shard(entry, ended));
        } catch (IOException e) {
            throw StorageFailure.of("writing a shard", file, e);
        }
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }

    private RowCursor open() {
        RowCursor opened = reader.open(cutting.read(), cutting.range());
        cursor = opened;
        ended = !opened.next();
        return opened;
    }

    // Looks one row ahead, so that the shard which ends the unit is known as such when it is loaded. A key is had from
    // the
    // cursor only where a shard is cut: a key for each row would cost more than its values.
    private long fill(RowCursor rows, RejectFile rejected) throws IOException {
        long read = 0;
        boolean full = false;
        while (!ended && !full) {
            cutting.beforeEachRow().run();
            try {
                encoder.encode(rows, buffer);
            } catch (BadValueException e) {
                badRows.accept(rows, e, rejected);
            }
            read++;
            full = read >= cutting.shardRows() || buffer.written() >= cutting.shardBytes();
            if (full && cutting.ordered()) {
                position = Optional.of(rows.key());
            }
            ended = !rows.next();
        }
        if (ended && !full && cutting.ordered()) {
            position = cutting.range().upTo();
        }
        return read;
    }
}
