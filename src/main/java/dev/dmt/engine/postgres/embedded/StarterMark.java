package dev.dmt.engine.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Which process started the server in a folder and is to end it. There is none where the server is to stay up. */
record StarterMark(Path root) {
    void set() {
        try {
            Files.writeString(file(), identity(ProcessHandle.current()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True where the process that was to end the server is dead: from now on it is this one that does. */
    boolean takeOver() {
        try {
            if (!Files.exists(file()) || lives(Files.readString(file()).strip())) {
                return false;
            }
            set();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean lives(String identity) {
        String number = identity.split(" ", 2)[0];
        return number.chars().allMatch(Character::isDigit)
                && !number.isEmpty()
                && ProcessHandle.of(Long.parseLong(number))
                        .filter(process -> identity(process).equals(identity))
                        .isPresent();
    }

    /** A process id alone may be given out again. */
    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    private Path file() {
        return root.resolve("starter");
    }
}
