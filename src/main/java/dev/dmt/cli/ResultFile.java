package dev.dmt.cli;

import dev.dmt.storage.DurableFile;
import dev.dmt.storage.StorageFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes {@code --result-file}: whole or not at all, whoever kills the process. */
final class ResultFile {
    private ResultFile() {}

    static void write(Path file, String json) {
        try {
            DurableFile.write(file.toAbsolutePath(), (json + "\n").getBytes(StandardCharsets.UTF_8), "result");
        } catch (IOException e) {
            throw StorageFailure.of("writing the result", file, e);
        }
    }
}
