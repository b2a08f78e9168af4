package dev.dmt.testing.zero;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Ends a process when this JVM has ended, in whatever way: a shutdown hook would not run after a SIGKILL. */
final class ProcessWatch {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while kill -0 "$1" 2>/dev/null; do kill -0 "$2" 2>/dev/null || exit 0; sleep 1; done
            kill -TERM "$2" 2>/dev/null
            """;

    private ProcessWatch() {}

    static void over(long pid) throws IOException {
        new ProcessBuilder(
                        "sh",
                        "-c",
                        SCRIPT,
                        "sh",
                        Long.toString(ProcessHandle.current().pid()),
                        Long.toString(pid))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
