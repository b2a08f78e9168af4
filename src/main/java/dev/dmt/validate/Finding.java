package dev.dmt.validate;

import java.util.Optional;

/** One way in which the two sides do not agree, in words for a person; {@code column} where it is one column's. */
public record Finding(Kind kind, Optional<String> column, String message) {
    /** Which check found it. */
    public enum Kind {
        COUNT,
        PROFILE,
        CHECKSUM,
        UNREADABLE
    }

    static Finding of(Kind kind, String message) {
        return new Finding(kind, Optional.empty(), message);
    }

    static Finding of(Kind kind, String column, String message) {
        return new Finding(kind, Optional.of(column), message);
    }
}
