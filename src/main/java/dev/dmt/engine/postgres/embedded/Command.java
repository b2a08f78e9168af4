package dev.dmt.engine.postgres.embedded;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end and keeps what it said. Never through a shell. */
record Command(int status, String output) {
    static Command run(List<String> line, Path workingFolder, Duration patience) {
        Path said = null;
        try {
            // A file, not a pipe: a server that outlives its starter may hold the other end of a pipe open.
            said = Files.createTempFile("dmt-command", ".log");
            Process process = new ProcessBuilder(line)
                    .directory(workingFolder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Command(-1, line.get(0) + " did not end within " + patience.toSeconds() + " s");
            }
            return new Command(process.exitValue(), Files.readString(said).strip());
        } catch (IOException e) {
            return new Command(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DmtException(ErrorCode.CANCELLED, "interrupted while waiting for " + line.get(0));
        } finally {
            deleteQuietly(said);
        }
    }

    boolean succeeded() {
        return status == 0;
    }

    private static void deleteQuietly(@org.jspecify.annotations.Nullable Path file) {
        if (file != null && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
