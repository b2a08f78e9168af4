package dev.dmt.engine.oracle;

import java.util.Map;

/** The families of Oracle's types, by how their values are asked for and given. */
enum Stored {
    /** NUMBER and FLOAT: decimal digits, whatever they are called. */
    NUMBER,
    BINARY_FLOAT,
    BINARY_DOUBLE,
    /** VARCHAR2, CHAR and their national kin. */
    CHARACTERS,
    CLOB,
    LONG,
    RAW,
    LONG_RAW,
    BLOB,
    DATE,
    TIMESTAMP,
    /** With a zone of its own in each value. */
    ZONED,
    /** An instant, shown in the session's zone. */
    LOCAL,
    /** Years and months. */
    MONTHS,
    /** Days and seconds. */
    SECONDS,
    ROWID,
    XML,
    JSON,
    BOOLEAN,
    SHAPE,
    /** What dmt does not know, or what is no value: object types, BFILE. */
    OTHER;

    private static final Map<String, Stored> BY_NAME = Map.ofEntries(
            Map.entry("NUMBER", NUMBER),
            Map.entry("FLOAT", NUMBER),
            Map.entry("BINARY_FLOAT", BINARY_FLOAT),
            Map.entry("BINARY_DOUBLE", BINARY_DOUBLE),
            Map.entry("VARCHAR2", CHARACTERS),
            Map.entry("VARCHAR", CHARACTERS),
            Map.entry("NVARCHAR2", CHARACTERS),
            Map.entry("CHAR", CHARACTERS),
            Map.entry("NCHAR", CHARACTERS),
            Map.entry("CLOB", CLOB),
            Map.entry("NCLOB", CLOB),
            Map.entry("LONG", LONG),
            Map.entry("RAW", RAW),
            Map.entry("LONG RAW", LONG_RAW),
            Map.entry("BLOB", BLOB),
            Map.entry("DATE", DATE),
            Map.entry("TIMESTAMP", TIMESTAMP),
            Map.entry("TIMESTAMP WITH TIME ZONE", ZONED),
            Map.entry("TIMESTAMP WITH LOCAL TIME ZONE", LOCAL),
            Map.entry("INTERVAL YEAR TO MONTH", MONTHS),
            Map.entry("INTERVAL DAY TO SECOND", SECONDS),
            Map.entry("ROWID", ROWID),
            Map.entry("UROWID", ROWID),
            Map.entry("XMLTYPE", XML),
            Map.entry("JSON", JSON),
            Map.entry("BOOLEAN", BOOLEAN),
            Map.entry("SDO_GEOMETRY", SHAPE));

    static Stored of(String name) {
        return BY_NAME.getOrDefault(name, OTHER);
    }
}
