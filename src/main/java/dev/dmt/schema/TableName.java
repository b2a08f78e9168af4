package dev.dmt.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A table's name. The schema is empty where the engine has none (SQLite). */
public record TableName(String schema, String name) {
    @JsonCreator
    public TableName(@JsonProperty("schema") String schema, @JsonProperty("name") String name) {
        this.schema = schema;
        this.name = name;
    }

    public static TableName of(String name) {
        return new TableName("", name);
    }

    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
