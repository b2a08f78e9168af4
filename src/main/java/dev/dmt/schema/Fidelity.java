package dev.dmt.schema;

/** What a type mapping does to a value. */
public enum Fidelity {
    /** The value and its range stay as they are. */
    EXACT,
    /** Every value survives, in a type that holds more. */
    WIDENED,
    /** Something is lost; the mapping says what. */
    LOSSY,
    /** There is no safe mapping; the config must decide. */
    REFUSED
}
