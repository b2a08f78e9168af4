package dev.dmt.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A small disk that all processes see and that can be filled and made larger. Takes root. */
public record MountedDisk(Path mountPoint) implements AutoCloseable {
    /** Empty where this system does not let us mount one. */
    public static Optional<MountedDisk> at(Path mountPoint, String size) throws IOException {
        Files.createDirectories(mountPoint);
        return succeeds("mount", "-t", "tmpfs", "-o", "size=" + size + ",mode=0777", "tmpfs", mountPoint.toString())
                ? Optional.of(new MountedDisk(mountPoint))
                : Optional.empty();
    }

    public void resize(String size) throws IOException {
        if (!succeeds("mount", "-o", "remount,size=" + size, mountPoint.toString())) {
            throw new IOException("cannot resize " + mountPoint);
        }
    }

    /** A file that takes all the room that is left. */
    public Path fill() {
        Path filler = mountPoint.resolve("filler");
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    @Override
    public void close() throws IOException {
        succeeds("umount", "-l", mountPoint.toString());
    }

    private static boolean succeeds(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        try {
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
