package dev.dmt.transfer.reject;

import dev.dmt.storage.DurableFile;
import dev.dmt.storage.SafeFileName;
import dev.dmt.storage.StorageFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A unit's rejects, beside the staging folder: one file a shard that has any, so that a shard which is read again replaces
 * its own. {@code 000003.csv} has rows that could not be read in their types, {@code 000003.refused.csv} those which the
 * target refused.
 */
public final class RejectFiles {
    private static final Pattern NAME = Pattern.compile("(\\d{6,})\\.(refused\\.)?csv");

    private static final CSVFormat WITH_HEADER = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();

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

    /** The keys of the rows that the target refused. */
    public Set<String> refusedKeys() {
        Set<String> keys = new HashSet<>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.refused.csv")) {
            for (Path file : files) {
                try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, WITH_HEADER)) {
                    parser.forEach(row -> keys.add(row.get("key")));
                }
            }
            return keys;
        } catch (IOException e) {
            throw StorageFailure.of("reading the rejects", folder, e);
        }
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
