package dev.dmt.config;

import java.util.Locale;

/** How a source is read consistently: by readers pinned to one snapshot, or from one copy. */
public enum SnapshotMode {
    AUTO,
    PINNED,
    COPY;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
