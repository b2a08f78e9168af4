package dev.dmt.step;

import dev.dmt.checkpoint.YamlFile;
import dev.dmt.config.DmtConfig;
import dev.dmt.engine.SharedSnapshot;
import dev.dmt.storage.StorageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Where the process that holds the source's snapshot tells the others of it: beside the checkpoint, for runs come and go. */
final class SnapshotFile {
    private final Path file;
    private final String source;

    private SnapshotFile(Path file, String source) {
        this.file = file;
        this.source = source;
    }

    static SnapshotFile of(DmtConfig config) {
        return new SnapshotFile(
                config.checkpoint().resolveSibling("source-snapshot.yaml"),
                config.source().describe());
    }

    Path path() {
        return file;
    }

    /** The snapshot that is held, or was; empty where there is none of this source. */
    Optional<SharedSnapshot> read() {
        return document()
                .filter(held -> held.source().equals(source))
                .map(held -> new SharedSnapshot(held.id(), held.moment()));
    }

    void write(SharedSnapshot snapshot, String owner) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw StorageFailure.of("making the checkpoint's folder", file, e);
        }
        YamlFile.write(file, new Document(snapshot.id(), snapshot.moment(), source, owner), "", "checkpoint");
    }

    /** Removes it, unless another process holds another snapshot by now. */
    void remove(SharedSnapshot mine) {
        if (document().filter(held -> held.id().equals(mine.id())).isPresent()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw StorageFailure.of("removing the snapshot's name", file, e);
            }
        }
    }

    private Optional<Document> document() {
        return YamlFile.read(file, Document.class, "remove the file, and run `dmt snapshot hold` again");
    }

    /** The file's content. */
    record Document(String id, Instant moment, String source, String owner) {}
}
