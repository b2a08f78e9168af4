package dev.dmt.schema.replicated;

/** What a relation is. */
public enum TableNature {
    TABLE,
    /** The root of a partitioned table: it stands for all its partitions. */
    PARTITIONED,
    PARTITION,
    VIEW,
    MATERIALIZED_VIEW,
    FOREIGN_TABLE
}
