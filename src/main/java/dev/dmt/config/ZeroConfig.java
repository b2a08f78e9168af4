package dev.dmt.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is made for Zero, and how.
 *
 * @param enabled the plan keeps to Zero's rules, and a run writes a Zero schema
 * @param tables globs over target tables, plain or with their schema; those after a "!" are left out
 * @param identityKeys globs over source tables without a usable key that get an identity column as their key
 * @param schemas of the database, where it is read from there; empty means the target's schema alone
 * @param jsonTypes columns (table.column, as the target calls them) to the TypeScript types of their JSON
 */
public record ZeroConfig(
        boolean enabled,
        ZeroVersion version,
        ZeroNaming naming,
        List<String> tables,
        List<String> identityKeys,
        List<String> schemas,
        Map<String, String> jsonTypes,
        String publication,
        Path output) {
    public ZeroConfig {
        tables = List.copyOf(tables);
        identityKeys = List.copyOf(identityKeys);
        schemas = List.copyOf(schemas);
        jsonTypes = Map.copyOf(jsonTypes);
    }

    public ZeroConfig withTables(List<String> globs) {
        return new ZeroConfig(enabled, version, naming, globs, identityKeys, schemas, jsonTypes, publication, output);
    }
}
