package dev.dmt.config;

import java.util.Locale;

/** What happens to values whose storage class is not what their column declares. */
public enum MisfitPolicy {
    FAIL,
    WIDEN,
    NULL,
    REJECT;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
