package dev.dmt.transfer.shard;

import dev.dmt.config.ShardCompression;
import dev.dmt.engine.EncodeBuffer;
import dev.dmt.engine.Reader;
import dev.dmt.engine.WireFormat;
import dev.dmt.schema.KeyTuple;
import dev.dmt.storage.StorageFailure;
import dev.dmt.transfer.csv.CsvEncoder;
import dev.dmt.transfer.cut.Cutting;
import dev.dmt.transfer.cut.RowCutter;
import dev.dmt.transfer.reject.BadRows;
import dev.dmt.transfer.reject.RejectFile;
import dev.dmt.transfer.reject.RejectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a unit from a position to its end and writes it as shards, one a call. One thread's own. */
public final class ShardProducer implements AutoCloseable {
    /**
     * Where shards go.
     *
     * @param rejects where rows go that cannot be read
     */
    public record Destination(ShardFolder folder, ShardCompression compression, RejectFiles rejects) {}

    private final RowCutter rows;
    private final Destination to;
    private final CsvEncoder encoder;
    private final EncodeBuffer buffer = new EncodeBuffer();
    private int number;

    public ShardProducer(Reader reader, Cutting cutting, WireFormat.Csv format, BadRows badRows, Destination to) {
        this.encoder = new CsvEncoder(cutting.read().columns(), format);
        this.rows = new RowCutter(RowCutter.values(reader), cutting, encoder, badRows);
        this.to = to;
    }

    /** Numbers the next shard. */
    public ShardProducer numberedFrom(int first) {
        number = first - 1;
        return this;
    }

    /** Writes the next shard; empty where the unit has no more rows. */
    public Optional<Shard> next() {
        if (rows.ended()) {
            return Optional.empty();
        }
        number++;
        Path file = to.folder().shard(number, to.compression());
        long begin = System.nanoTime();
        try (ShardWriter writer = new ShardWriter(file, to.compression());
                RejectFile rejected = to.rejects().unreadable(number)) {
            buffer.into(writer.content());
            Optional<KeyTuple> after = rows.position();
            long read = rows.fill(buffer, rejected);
            buffer.flush();
            rejected.publish();
            String sha256 = writer.publish();
            ShardEntry entry = new ShardEntry(
                    number,
                    after,
                    rows.position(),
                    read,
                    read - rejected.count(),
                    rejected.count(),
                    buffer.written(),
                    writer.storedBytes(),
                    sha256,
                    encoder.takeNonNullCounts(),
                    (System.nanoTime() - begin) / 1e9);
            return Optional.of(new Shard(entry, rows.ended()));
        } catch (IOException e) {
            throw StorageFailure.of("writing a shard", file, e);
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
