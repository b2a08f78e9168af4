package dev.dmt.transfer.shard;

/** A shard on disk; {@code last} where it reaches the unit's end. */
public record Shard(ShardEntry entry, boolean last) {}
