package dev.dmt.step;

import dev.dmt.error.ErrorContext;
import dev.dmt.storage.DurableFile;
import dev.dmt.storage.StorageFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The folder that the files for Zero are written to. What somebody else wrote there is not overwritten by surprise. */
final class ZeroFolder {
    private static final String SIGN = "ritten by dmt";
    private static final int HEAD = 400;

    private final Path folder;

    ZeroFolder(Path folder) {
        this.folder = folder;
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    /** Writes what is not there yet with just these bytes; false where all of it was. */
    boolean write(Map<String, String> files, boolean confirmed) {
        List<String> foreign = files.keySet().stream()
                .filter(file -> !confirmed && isForeign(path(file)))
                .toList();
        if (!foreign.isEmpty()) {
            throw Confirmation.needed(
                    "dmt did not write " + String.join(", ", foreign) + " in " + folder,
                    ErrorContext.at("key", "zero.output")
                            .withHint("--yes overwrites; or name another folder under zero.output"));
        }
        boolean changed = false;
        for (Map.Entry<String, String> file : files.entrySet()) {
            changed |= write(path(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return changed;
    }

    private static boolean write(Path file, byte[] content) {
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return false;
            }
            DurableFile.write(file, content, ZeroSchemaStep.NAME);
            return true;
        } catch (IOException e) {
            throw StorageFailure.of("writing for Zero", file, e);
        }
    }

    private static boolean isForeign(Path file) {
        try {
            if (!Files.exists(file)) {
                return false;
            }
            byte[] content = Files.readAllBytes(file);
            String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.UTF_8);
            return !head.contains(SIGN);
        } catch (IOException e) {
            throw StorageFailure.of("reading for Zero", file, e);
        }
    }
}
