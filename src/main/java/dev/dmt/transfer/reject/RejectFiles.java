package dev.dmt.transfer.reject;

import dev.dmt.checkpoint.DurableFile;
import dev.dmt.checkpoint.SafeFileName;
import dev.dmt.checkpoint.StorageFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit's rejects, beside the staging folder: one file a shard that has any, so that a shard which is read again replaces
 * its own. {@code 000003.csv} has rows that could not be read in their types, {@code 000003.refused.csv} those which the
 * target refused.
 */
public final class RejectFiles {
    private static final Pattern NAME = Pattern.compile("(\\d{6,})\\.(refused\\.)?csv");

    private final Path folder;
    private final List<String> columns;

    private RejectFiles(Path folder, List<String> columns) {
        this.folder = folder;
        this.columns = columns;
    }

    /** {@code columns} are the names over the rows' values. */
    public static RejectFiles of(Path staging, String runId, String unit, List<String> columns) {
        Path rejects = staging.toAbsolutePath().resolveSibling("rejects");
        return new RejectFiles(
                rejects.resolve(SafeFileName.encode(runId)).resolve(SafeFileName.encode(unit)), List.copyOf(columns));
    }

    public Path path() {
        return folder;
    }

    public RejectFile unreadable(int shard) {
        return new RejectFile(folder.resolve(String.format(Locale.ROOT, "%06d.csv", shard)), columns);
    }

    public RejectFile refused(int shard) {
        return new RejectFile(folder.resolve(String.format(Locale.ROOT, "%06d.refused.csv", shard)), columns);
    }

    /** Removes the files of shards that will be read again. */
    public void discardAfter(int shard) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            DurableFile.sweep(folder);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Matcher matcher = NAME.matcher(file.getFileName().toString());
                    if (matcher.matches() && Integer.parseInt(matcher.group(1)) > shard) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException e) {
            throw StorageFailure.of("removing rejects of shards that were not loaded", folder, e);
        }
    }
}
