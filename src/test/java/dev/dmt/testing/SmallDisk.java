package dev.dmt.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few megabytes: a tmpfs in a mount namespace that only the process under test sees. Needs no root. */
public record SmallDisk(Path mountPoint, String size) {
    /** True where this system lets us make one. */
    public static boolean available(Path folder) {
        try {
            return new ProcessBuilder(
                                    "unshare",
                                    "-rm",
                                    "sh",
                                    "-c",
                                    "mount -t tmpfs -o size=1m tmpfs \"$0\"",
                                    folder.toString())
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The command that runs another one with the disk mounted. */
    public List<String> prefix() {
        return List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + size + " tmpfs '" + mountPoint + "' && exec \"$@\"",
                "sh");
    }
}
