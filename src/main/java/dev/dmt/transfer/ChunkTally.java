package dev.dmt.transfer;

/** What moving one chunk took. */
record ChunkTally(long bytes, double exportSeconds, double loadSeconds) {}
