package dev.dmt.testing.zero;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs another program to its end. */
final class Tool {
    private Tool() {}

    /** The program's output goes through a file, as one that is left behind would keep a pipe open. */
    static Result run(Path folder, Map<String, String> environment, Duration longest, List<String> command) {
        try {
            Path out = Files.createTempFile("dmt-tool-", ".out");
            Path err = Files.createTempFile("dmt-tool-", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                    throw new AssertionError(
                            command + " did not end within " + longest + ": " + read(out) + "\n" + read(err));
                }
                return new Result(process.exitValue(), read(out), read(err));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    record Result(int exitStatus, String out, String err) {
        boolean succeeded() {
            return exitStatus == 0;
        }

        String all() {
            return (out + "\n" + err).strip();
        }
    }
}
