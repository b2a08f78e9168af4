package dev.dmt.schema;

import java.util.Optional;

/**
 * A column as its own engine declares it. In a source's {@link Table} the texts are of the source's dialect, in a plan's
 * target table of the target's.
 *
 * @param nativeType the declared type, as written ("VARCHAR(20)"; empty where SQLite has none)
 * @param defaultSql the default's expression
 * @param identity true for AUTOINCREMENT, identity and serial columns, and for SQLite's INTEGER PRIMARY KEY
 */
public record Column(
        String name,
        String nativeType,
        boolean nullable,
        Optional<String> defaultSql,
        boolean identity,
        Optional<GeneratedColumn> generated,
        Optional<String> collation,
        Optional<String> comment) {
    /** Without a comment. */
    public Column(
            String name,
            String nativeType,
            boolean nullable,
            Optional<String> defaultSql,
            boolean identity,
            Optional<GeneratedColumn> generated,
            Optional<String> collation) {
        this(name, nativeType, nullable, defaultSql, identity, generated, collation, Optional.empty());
    }

    public Column withoutDefault() {
        return new Column(name, nativeType, nullable, Optional.empty(), identity, generated, collation, comment);
    }

    public Column commented(Optional<String> newComment) {
        return new Column(name, nativeType, nullable, defaultSql, identity, generated, collation, newComment);
    }
}
