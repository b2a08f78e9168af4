package dev.dmt.transfer.shard;

import dev.dmt.checkpoint.YamlFile;
import dev.dmt.config.ShardCompression;
import dev.dmt.storage.DurableFile;
import dev.dmt.storage.SafeFileName;
import dev.dmt.storage.StorageFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A unit's place on the staging disk: {@code <staging>/<run>/<unit>/000001.csv} and so on, with its manifest. */
public final class ShardFolder {
    private static final Pattern SHARD = Pattern.compile("(\\d{6,})\\.csv(\\.gz|\\.zst)?");

    private final Path folder;

    private ShardFolder(Path folder) {
        this.folder = folder;
    }

    public static ShardFolder of(Path staging, String runId, String unit) {
        return new ShardFolder(staging.resolve(SafeFileName.encode(runId)).resolve(SafeFileName.encode(unit)));
    }

    public Path path() {
        return folder;
    }

    public Path shard(int number, ShardCompression compression) {
        String extension = switch (compression) {
            case NONE -> "";
            case GZIP -> ".gz";
            case ZSTD -> ".zst";
        };
        return folder.resolve(String.format(Locale.ROOT, "%06d.csv%s", number, extension));
    }

    public Path manifestFile() {
        return folder.resolve("manifest.yaml");
    }

    public Optional<ShardManifest> manifest() {
        return YamlFile.read(
                manifestFile(),
                ShardManifest.class,
                "restore the file from a copy; or delete the folder " + folder + " and export the unit again");
    }

    public void write(ShardManifest manifest) {
        YamlFile.write(manifestFile(), manifest, "", "manifest");
    }

    /** Makes the folder, without what killed writers left in it. */
    public void prepare() {
        try {
            Files.createDirectories(folder);
            DurableFile.sweep(folder);
        } catch (IOException e) {
            throw StorageFailure.of("making the staging folder", folder, e);
        }
    }

    /** True where the shard's file is there, whole and unchanged. */
    public boolean holds(ShardEntry entry, ShardCompression compression) {
        Path file = shard(entry.number(), compression);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) != entry.storedBytes()) {
                return false;
            }
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Hashes.sha256())) {
                in.transferTo(OutputStream.nullOutputStream());
                return HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(entry.sha256());
            }
        } catch (IOException e) {
            return false;
        }
    }

    public InputStream open(ShardEntry entry, ShardCompression compression) throws IOException {
        return ShardStreams.reading(shard(entry.number(), compression), entry, compression);
    }

    public void remove(int number, ShardCompression compression) {
        Path file = shard(number, compression);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StorageFailure.of("removing a loaded shard", file, e);
        }
    }

    /** Removes the shard files of higher numbers: nothing in the target came from them. */
    public void discardAfter(int number) {
        discard(found -> found > number);
    }

    /** Removes the shard files up to a number: a killed attempt loaded them and had no time to. */
    public void discardUpTo(long number) {
        discard(found -> found <= number);
    }

    private void discard(IntPredicate unwanted) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher matcher = SHARD.matcher(file.getFileName().toString());
                if (matcher.matches() && unwanted.test(Integer.parseInt(matcher.group(1)))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw StorageFailure.of("removing shards", folder, e);
        }
    }
}
