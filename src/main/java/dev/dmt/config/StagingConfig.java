package dev.dmt.config;

import java.nio.file.Path;

/** Where shards wait for their load, and what becomes of them. */
public record StagingConfig(Path path, boolean keep, ShardCompression compression) {}
