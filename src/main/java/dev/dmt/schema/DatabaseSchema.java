package dev.dmt.schema;

import java.util.List;

/**
 * A described database: its tables, and by name whatever else lives in it and is not moved.
 *
 * @param types that somebody made, in an order in which each can be created after those it is made of
 */
public record DatabaseSchema(
        String engine,
        String version,
        List<Table> tables,
        List<Omission> omissions,
        List<NamedType> types,
        List<Sequence> sequences) {
    public DatabaseSchema {
        tables = List.copyOf(tables);
        omissions = List.copyOf(omissions);
        types = List.copyOf(types);
        sequences = List.copyOf(sequences);
    }

    /** Without types and sequences of its own. */
    public DatabaseSchema(String engine, String version, List<Table> tables, List<Omission> omissions) {
        this(engine, version, tables, omissions, List.of(), List.of());
    }
}
