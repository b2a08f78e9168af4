package dev.dmt.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.failpoint.Failpoint;
import dev.dmt.storage.DurableFile;
import dev.dmt.storage.SafeFileName;
import dev.dmt.storage.StorageFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The checkpoint as files: the run's own document in {@code checkpoint.yaml}, all others below {@code checkpoint.d} beside
 * it. Thread-safe, as long as each document has one writer.
 */
public final class CheckpointFolder implements CheckpointStore {
    /** The document that lies in checkpoint.yaml itself. */
    public static final String RUN = "run";

    private static final String EXTENSION = ".yaml";
    private static final String NAME_HEADING = "# document: ";
    private static final ObjectMapper NAMES = new ObjectMapper();

    private final Path root;
    private final Path folder;
    private final Set<Path> swept = ConcurrentHashMap.newKeySet();

    /** Takes the path of checkpoint.yaml; nothing is made on disk before the first write. */
    public CheckpointFolder(Path checkpointFile) {
        this.root = checkpointFile.toAbsolutePath().normalize();
        String name = root.getFileName().toString();
        String stem = name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
        this.folder = root.resolveSibling(stem + ".d");
    }

    @Override
    public <T> Optional<T> read(String document, Class<T> type) {
        return YamlFile.read(fileOf(document), type, remedyFor(document));
    }

    @Override
    public <T> void write(String document, T value) {
        Path file = fileOf(document);
        sweepOnce(file);
        YamlFile.write(file, value, headingFor(document, file), "checkpoint");
    }

    @Override
    public List<String> list(String prefix) {
        Path start =
                prefix.startsWith("steps/") && prefix.indexOf('/', 6) > 0 ? folder.resolve(folderPart(prefix)) : folder;
        Stream<String> below = namesBelow(start).stream();
        Stream<String> all = Files.exists(root) ? Stream.concat(Stream.of(RUN), below) : below;
        return all.filter(name -> name.startsWith(prefix)).sorted().toList();
    }

    @Override
    public void remove(String document) {
        Path file = fileOf(document);
        try {
            if (Files.deleteIfExists(file)) {
                DurableFile.syncFolder(Objects.requireNonNull(file.getParent()));
            }
        } catch (IOException e) {
            throw StorageFailure.of("removing a document of the checkpoint", file, e);
        }
    }

    @Override
    public String locate(String document) {
        return fileOf(document).toString();
    }

    @Override
    public void archive(String runId) {
        Path home = archiveOf(runId);
        try {
            Files.createDirectories(home);
            // The run's own document goes last: until then the run is still the current one, and this can be done
            // again.
            moveIfPresent(folder, home.resolve(folder.getFileName()));
            Failpoint.pass("archive-half-way");
            moveIfPresent(root, home.resolve(root.getFileName()));
            DurableFile.syncFolder(home);
            DurableFile.syncFolder(history().resolve(".."));
        } catch (IOException e) {
            throw StorageFailure.of("putting a finished run away", home, e);
        }
    }

    @Override
    public List<String> archives() {
        Path history = history();
        if (!Files.isDirectory(history)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(history)) {
            return homes.map(home -> SafeFileName.decode(home.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageFailure.of("listing finished runs", history, e);
        }
    }

    @Override
    public CheckpointStore archived(String runId) {
        return new CheckpointFolder(archiveOf(runId).resolve(root.getFileName()));
    }

    private Path history() {
        return root.resolveSibling("history");
    }

    private Path archiveOf(String runId) {
        return history().resolve(SafeFileName.encode(runId));
    }

    private static void moveIfPresent(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path fileOf(String document) {
        if (document.equals(RUN)) {
            return root;
        }
        // Two levels of folders at most: what follows is one name, whatever slashes a table has in its own.
        String[] segments = document.split("/", 3);
        Path file = folder;
        for (int i = 0; i < segments.length - 1; i++) {
            file = file.resolve(SafeFileName.encode(segments[i]));
        }
        return file.resolve(SafeFileName.encode(segments[segments.length - 1]) + EXTENSION);
    }

    private static String folderPart(String prefix) {
        String[] segments = prefix.split("/", 3);
        return SafeFileName.encode(segments[0]) + "/" + SafeFileName.encode(segments[1]);
    }

    private List<String> namesBelow(Path start) {
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start, 3)) {
            return files.filter(Files::isRegularFile)
                    .map(this::nameOf)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new DmtException(
                    ErrorCode.PERMISSION,
                    "the checkpoint's folder " + start + " cannot be listed",
                    ErrorContext.at("folder", start.toString()).withHint("give this user the right to read it"),
                    e);
        }
    }

    private Optional<String> nameOf(Path file) {
        String fileName = file.getFileName().toString();
        if (!fileName.endsWith(EXTENSION) || fileName.startsWith(".")) {
            return Optional.empty();
        }
        String stem = fileName.substring(0, fileName.length() - EXTENSION.length());
        if (SafeFileName.isShortened(stem)) {
            return headingOf(file);
        }
        StringBuilder name = new StringBuilder();
        for (Path segment : folder.relativize(file.getParent())) {
            if (!segment.toString().isEmpty()) {
                name.append(SafeFileName.decode(segment.toString()).orElse(segment.toString()))
                        .append('/');
            }
        }
        return SafeFileName.decode(stem).map(last -> name + last);
    }

    private static String headingFor(String document, Path file) {
        if (!SafeFileName.isShortened(file.getFileName().toString())) {
            return "";
        }
        try {
            return NAME_HEADING + NAMES.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text is always JSON", e);
        }
    }

    private static Optional<String> headingOf(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line != null && line.startsWith(NAME_HEADING)
                    ? Optional.of(NAMES.readValue(line.substring(NAME_HEADING.length()), String.class))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.DATA,
                    file + " cannot be read: line 1: it does not say which document it is",
                    ErrorContext.at("file", file.toString()).withHint("restore the file from a copy, or delete it"),
                    e);
        }
    }

    private void sweepOnce(Path file) {
        Path parent = file.getParent();
        if (parent == null || !swept.add(parent)) {
            return;
        }
        try {
            DurableFile.sweep(parent);
        } catch (IOException e) {
            throw StorageFailure.of("cleaning the checkpoint", parent, e);
        }
    }

    private static String remedyFor(String document) {
        String[] segments = document.split("/", 3);
        if (document.equals(RUN)) {
            return "restore the file from a copy; or delete it: the next run then begins anew";
        } else if (segments.length == 3) {
            return "restore the file from a copy; or delete it: it is rebuilt from the ledger in the target; or `dmt reset "
                    + segments[1] + "` to do that step again";
        }
        String step = segments.length == 2 ? segments[1] : document.equals("schema") ? "extract-schema" : document;
        return "restore the file from a copy; or `dmt reset " + step + "` to do that step again";
    }
}
