package dev.dmt.testing.zero;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks the package itself whether it would let a client with this schema connect to a synced replica. */
public final class SchemaCheck {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private SchemaCheck() {}

    /** What the package answers a client; empty where it accepts the schema. */
    public static Optional<String> problem(ZeroProject project, ZeroCache cache) {
        return problem(project, cache.replica(), cache.app());
    }

    private static Optional<String> problem(ZeroProject project, Path replica, String app) {
        Tool.Result result = project.script(LONGEST, "check-schema.mjs", replica.toString(), app);
        return result.succeeded() ? Optional.empty() : Optional.of(result.all());
    }
}
