package dev.dmt.schema.replicated;

/** How a changed or deleted row is named in the log. */
public sealed interface ReplicaIdentity {
    ReplicaIdentity PRIMARY_KEY = new PrimaryKey();
    ReplicaIdentity WHOLE_ROW = new WholeRow();
    ReplicaIdentity NOTHING = new Nothing();

    /** By the primary key, where there is one: the default. */
    record PrimaryKey() implements ReplicaIdentity {}

    /** By the columns of a unique index. */
    record UniqueIndex(String index) implements ReplicaIdentity {}

    record WholeRow() implements ReplicaIdentity {}

    record Nothing() implements ReplicaIdentity {}
}
