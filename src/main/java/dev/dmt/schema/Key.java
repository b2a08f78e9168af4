package dev.dmt.schema;

import java.util.List;

/** A primary or unique key. The name is empty where the engine gave none. */
public record Key(String name, List<String> columns) {
    public Key {
        columns = List.copyOf(columns);
    }
}
