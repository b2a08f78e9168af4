package dev.dmt.config;

import java.util.Locale;

/** What becomes of MySQL's zero dates, such as 0000-00-00 and 2020-00-15, where they are read as dates. */
public enum ZeroDatePolicy {
    FAIL,
    NULL;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
