package dev.dmt.cli;

import dev.dmt.attempt.Cancellation;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.report.log.Redaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why a command failed, ready to be shown: without secrets. */
record Failure(
        String code,
        int exitStatus,
        boolean retryable,
        String message,
        Map<String, String> where,
        Optional<String> hint,
        Throwable cause) {
    /** What the JVM itself ends with when its memory runs out. */
    private static final int OUT_OF_MEMORY = 3;

    static Failure of(Throwable thrown, Cancellation cancellation) {
        // What breaks while the work is being stopped breaks because it is being stopped.
        Throwable cause =
                cancellation.reason().<Throwable>map(Cancellation::failure).orElse(thrown);
        if (cause instanceof DmtException known) {
            return known(known);
        }
        if (cause instanceof OutOfMemoryError) {
            return new Failure(
                    "OUT_OF_MEMORY",
                    OUT_OF_MEMORY,
                    true,
                    "the JVM ran out of memory",
                    Map.of(),
                    Optional.of("give it more (DMT_JAVA_OPTS=-Xmx1g) or lower migration.workers, then run it again"),
                    cause);
        }
        String what = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return new Failure(
                ErrorCode.INTERNAL.name(),
                ErrorCode.INTERNAL.exitStatus(),
                ErrorCode.INTERNAL.retryable(),
                masked("a bug in dmt: " + cause.getClass().getSimpleName() + what),
                Map.of(),
                Optional.of("run it again with --verbose and report the stack trace; what is committed is safe"),
                cause);
    }

    private static String masked(String text) {
        return Redaction.mask(TypedSecrets.redact(text));
    }

    private static Failure known(DmtException known) {
        Map<String, String> where = new LinkedHashMap<>();
        known.context().where().forEach((key, value) -> where.put(key, masked(value)));
        String message = known.getMessage() == null ? known.code().name() : known.getMessage();
        return new Failure(
                known.code().name(),
                known.code().exitStatus(),
                known.code().retryable(),
                masked(message),
                where,
                known.context().hint().map(Failure::masked),
                known);
    }
}
