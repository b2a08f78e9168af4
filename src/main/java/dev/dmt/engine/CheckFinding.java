package dev.dmt.engine;

import dev.dmt.error.ErrorCode;
import java.util.Optional;

/** One line of {@code dmt check}: what was looked at, what was found, and the failure it would lead to, if any. */
public record CheckFinding(String subject, String finding, Optional<ErrorCode> failure, String remedy) {
    public static CheckFinding good(String subject, String finding) {
        return new CheckFinding(subject, finding, Optional.empty(), "");
    }
}
