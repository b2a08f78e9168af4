package dev.dmt.testing;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * Ends a test's server and removes its folder when this JVM has ended, in whatever way: a shutdown hook would not run after
 * a SIGKILL.
 */
final class ServerWatch {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while kill -0 "$1" 2>/dev/null; do sleep 1; done
            if [ -f "$3" ]; then
              server=$(head -n 1 "$3")
              kill -QUIT "$server" 2>/dev/null
              tries=0
              while kill -0 "$server" 2>/dev/null && [ "$tries" -lt 10 ]; do sleep 1; tries=$((tries + 1)); done
              kill -KILL "$server" 2>/dev/null
            fi
            rm -rf "$2"
            """;

    private ServerWatch() {}

    static void over(Path folder) throws IOException {
        over(folder, folder.resolve("data").resolve("postmaster.pid"));
    }

    /** @param server the file that holds the server's process id while it runs */
    static void over(Path folder, Path server) throws IOException {
        new ProcessBuilder(
                        "sh",
                        "-c",
                        SCRIPT,
                        "sh",
                        Long.toString(ProcessHandle.current().pid()),
                        folder.toString(),
                        server.toString())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
