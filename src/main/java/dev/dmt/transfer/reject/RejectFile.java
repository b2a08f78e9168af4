package dev.dmt.transfer.reject;

import dev.dmt.storage.DurableFile;
import dev.dmt.storage.StorageFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The rejects of one shard; there is no file where there are none. One thread's own. */
public final class RejectFile implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final List<String> columns;
    private @Nullable CSVPrinter printer;
    private long count;

    RejectFile(Path target, List<String> columns) {
        this.target = target;
        this.temporary = DurableFile.temporaryFor(target);
        this.columns = columns;
    }

    /** Adds a row: where it is, what is wrong, and its values as {@link RowText} writes them. */
    public void add(RejectedRow row) {
        try {
            CSVPrinter out = printer == null ? open() : printer;
            List<String> fields = new ArrayList<>(List.of(row.key(), row.column(), row.reason()));
            fields.addAll(row.values());
            out.printRecord(fields);
            count++;
        } catch (IOException e) {
            throw StorageFailure.of("writing the rejects", target, e);
        }
    }

    public long count() {
        return count;
    }

    /** Gives the file its name, durably; one of a former attempt is replaced, or removed where there are no rejects now. */
    public void publish() {
        try {
            if (printer == null) {
                Files.deleteIfExists(target);
                return;
            }
            printer.close(true);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            DurableFile.publish(temporary, target, "rejects");
        } catch (IOException e) {
            throw StorageFailure.of("writing the rejects", target, e);
        }
    }

    @Override
    public void close() {
        try {
            if (printer != null) {
                printer.close();
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw StorageFailure.of("closing the rejects", target, e);
        }
    }

    private CSVPrinter open() throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        BufferedWriter writer = Files.newBufferedWriter(temporary, StandardOpenOption.CREATE_NEW);
        CSVPrinter opened = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer = opened;
        List<String> header = new ArrayList<>(List.of("key", "column", "reason"));
        header.addAll(columns);
        opened.printRecord(header);
        return opened;
    }
}
