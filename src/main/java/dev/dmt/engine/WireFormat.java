package dev.dmt.engine;

/** The byte form in which a target takes rows. */
public enum WireFormat {
    /** UTF-8, LF, comma; every text value quoted, NULL unquoted and empty; binary as \x and hex digits. */
    CSV
}
