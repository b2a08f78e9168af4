package dev.dmt.config;

import java.util.Locale;

/** How rows travel: through CSV shards on disk, or in memory. */
public enum TransferVia {
    CSV,
    STREAM;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
