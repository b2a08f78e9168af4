package dev.dmt.schema.replicated;

/** A column with its type taken apart. */
public record ReplicatedColumn(String name, ReplicatedType type, boolean nullable, Generation generation) {
    /** Whether and when the database computes the value by itself. */
    public enum Generation {
        NONE,
        STORED,
        VIRTUAL
    }
}
