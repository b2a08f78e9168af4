package dev.dmt.config;

import java.util.Locale;

/** How shards are compressed on the staging disk. */
public enum ShardCompression {
    NONE,
    GZIP,
    ZSTD;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
