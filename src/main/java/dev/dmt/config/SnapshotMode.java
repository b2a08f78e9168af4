package dev.dmt.config;

import java.util.Locale;

/** How a source is read consistently: by readers pinned to one snapshot, from one copy, or by the
 * snapshot that {@code dmt snapshot hold} keeps. */
public enum SnapshotMode {
    AUTO,
    PINNED,
    COPY,
    HELD;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
