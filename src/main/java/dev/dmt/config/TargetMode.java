package dev.dmt.config;

import java.util.Locale;

/** What create-tables does with a target table that is there already. */
public enum TargetMode {
    DROP_RECREATE,
    TRUNCATE,
    UPSERT;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
