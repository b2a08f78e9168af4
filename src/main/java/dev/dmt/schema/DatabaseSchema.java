package dev.dmt.schema;

import java.util.List;

/** A described database: its tables, and by name whatever else lives in it and is not moved. */
public record DatabaseSchema(String engine, String version, List<Table> tables, List<Omission> omissions) {
    public DatabaseSchema {
        tables = List.copyOf(tables);
        omissions = List.copyOf(omissions);
    }
}
