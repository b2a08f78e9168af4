package dev.dmt.storage;

import dev.dmt.failpoint.Failpoint;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files that are there whole or not at all, whatever the moment of a kill or a power cut: written beside their place,
 * fsynced, renamed, and the folder fsynced too.
 */
public final class DurableFile {
    private static final String SUFFIX = ".tmp";
    private static final Duration ABANDONED = Duration.ofHours(1);

    // A process number alone does not tell apart the containers that share a volume.
    private static final String OWN = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    private static final AtomicLong COUNTER = new AtomicLong();

    private DurableFile() {}

    /** Writes a small file; passes the failpoints {@code <failpoint>-before-rename} and {@code -after-rename}. */
    public static void write(Path target, byte[] content, String failpoint) throws IOException {
        Path folder = folderOf(target);
        Files.createDirectories(folder);
        Path temporary = temporaryFor(target);
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            publish(temporary, target, failpoint);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A name beside the target that no other process or thread uses. */
    public static Path temporaryFor(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + OWN + "-" + COUNTER.incrementAndGet() + SUFFIX);
    }

    /** Gives a complete and fsynced temporary file its name. */
    public static void publish(Path temporary, Path target, String failpoint) throws IOException {
        rename(temporary, target, failpoint);
        syncFolder(folderOf(target));
    }

    /** The same, but the name lasts through a power cut only once another file of the folder has been published. */
    public static void rename(Path temporary, Path target, String failpoint) throws IOException {
        Failpoint.pass(failpoint + "-before-rename");
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Failpoint.pass(failpoint + "-after-rename");
    }

    public static void syncFolder(Path folder) throws IOException {
        // Windows opens no folders, and needs none to be synced.
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes what killed writers left behind: temporary files which nobody has touched for an hour. */
    public static void sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ".*" + SUFFIX)) {
            for (Path leftover : leftovers) {
                removeIfOlder(leftover, limit);
            }
        }
    }

    private static void removeIfOlder(Path leftover, Instant limit) throws IOException {
        try {
            if (Files.getLastModifiedTime(leftover).toInstant().isBefore(limit)) {
                Files.deleteIfExists(leftover);
            }
        } catch (NoSuchFileException e) {
            // Its writer has just finished, or another attempt swept it: either way it is gone.
            return;
        }
    }

    private static Path folderOf(Path target) {
        return Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file has a folder");
    }
}
