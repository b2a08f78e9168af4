package dev.dmt.config;

import java.util.Locale;

/** What happens to texts and bytes of length 0 in a target that takes them for NULL. */
public enum EmptyTextPolicy {
    FAIL,
    NULL,
    SPACE;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
