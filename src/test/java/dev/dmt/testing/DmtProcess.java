package dev.dmt.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** dmt as a process of its own, so that it can really be killed. Its output goes to files. */
public final class DmtProcess implements AutoCloseable {
    private static final long LONGEST_SECONDS = 600;

    private final Process process;
    private final Path out;
    private final Path err;

    private DmtProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    public static DmtProcess start(Path folder, Map<String, String> environment, String... arguments) {
        return start(folder, environment, List.of("-Xmx512m"), arguments);
    }

    public static DmtProcess start(
            Path folder, Map<String, String> environment, List<String> jvmArguments, String... arguments) {
        return start(folder, environment, List.of(), jvmArguments, arguments);
    }

    /** Starts behind another command, which must end in an exec of its arguments. */
    public static DmtProcess start(
            Path folder,
            Map<String, String> environment,
            List<String> prefix,
            List<String> jvmArguments,
            String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path")));
        command.add("dev.dmt.Main");
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "out-", ".txt");
            Path err = Files.createTempFile(folder, "err-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new DmtProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Starts and waits; the exit status. */
    public static Result run(Path folder, Map<String, String> environment, String... arguments) {
        try (DmtProcess process = start(folder, environment, arguments)) {
            return process.await();
        }
    }

    public Result await() {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("dmt did not end: " + err());
            }
            return new Result(process.exitValue(), out(), err());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** SIGINT, as Ctrl-C on a terminal sends it. */
    public void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid())).start().waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Closes its standard input. */
    public void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The JVM, where a command before it started it without an exec. */
    public java.util.Optional<ProcessHandle> child() {
        return process.children().findFirst();
    }

    public String out() {
        return read(out);
    }

    public String err() {
        return read(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** How a process ended. */
    public record Result(int exitStatus, String out, String err) {}
}
