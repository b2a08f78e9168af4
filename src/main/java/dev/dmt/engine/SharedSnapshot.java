package dev.dmt.engine;

import java.time.Instant;

/**
 * One state of a source that one process keeps and others can read.
 *
 * @param id by which the source knows it
 * @param moment see {@link SourceDatabase#moment}
 */
public record SharedSnapshot(String id, Instant moment) {}
