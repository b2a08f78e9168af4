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
    INTERVAL,
    UUID,
    JSON,
    XML,
    ENUMERATION,
    SET,
    BITS,
    ARRAY,
    GEOMETRY,
    ROW_VERSION,
    /** Its own engine's alone, carried as text. */
    NATIVE,
    UNKNOWN
}
