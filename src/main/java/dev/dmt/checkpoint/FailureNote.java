package dev.dmt.checkpoint;

import dev.dmt.error.DmtException;
import java.util.Locale;
import java.util.Optional;

/** Why something failed, as the checkpoint remembers it: the code in lower case, the message, what to do. */
public record FailureNote(String code, String message, Optional<String> hint) {
    public static FailureNote of(DmtException failure) {
        return new FailureNote(
                failure.code().name().toLowerCase(Locale.ROOT),
                Optional.ofNullable(failure.getMessage()).orElse(""),
                failure.context().hint());
    }
}
