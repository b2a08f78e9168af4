package dev.dmt.config;

import java.util.Locale;

/** What happens to text that the target cannot hold: NUL characters and broken UTF-8. */
public enum BadTextPolicy {
    FAIL,
    STRIP,
    REPLACE,
    BYTEA;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
