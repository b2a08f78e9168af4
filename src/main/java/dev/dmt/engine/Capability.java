package dev.dmt.engine;

/** What an engine can do. A step that needs one it lacks is refused with a clear message. */
public enum Capability {
    SOURCE,
    TARGET,
    /** DDL rolls back with its transaction. */
    TRANSACTIONAL_DDL,
    UPSERT
}
