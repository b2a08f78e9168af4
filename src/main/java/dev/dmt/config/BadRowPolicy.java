package dev.dmt.config;

import java.util.Locale;

/** What happens to a row that the target cannot hold. */
public enum BadRowPolicy {
    FAIL,
    QUARANTINE;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
