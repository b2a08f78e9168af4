package dev.dmt.schema;

/** The kinds of {@link LogicalType}, for exhaustive switch expressions (no default: a new kind must break the build). */
public enum TypeKind {
    BOOLEAN,
    INTEGER,
    DECIMAL,
    FLOAT,
    TEXT,
    BINARY,
    DATE,
    TIME,
    TIMESTAMP,
    UUID,
    JSON,
    /** Its own engine's alone, carried as text. */
    NATIVE,
    UNKNOWN
}
