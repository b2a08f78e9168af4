package dev.dmt.zero;

import dev.dmt.schema.replicated.ReplicatedType;
import java.util.Map;

/** A type as the catalog would have it, from how the server spells it. */
final class PlannedType {
    private static final Map<String, String> CATALOG_NAMES = Map.ofEntries(
            Map.entry("smallint", "int2"),
            Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("decimal", "numeric"),
            Map.entry("real", "float4"),
            Map.entry("double precision", "float8"),
            Map.entry("boolean", "bool"),
            Map.entry("character varying", "varchar"),
            Map.entry("character", "bpchar"),
            Map.entry("\"char\"", "char"),
            Map.entry("bit varying", "varbit"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"));

    private PlannedType() {}

    static ReplicatedType of(String sql) {
        if (sql.endsWith("[]")) {
            int dimensions = 0;
            String element = sql;
            while (element.endsWith("[]")) {
                element = element.substring(0, element.length() - 2);
                dimensions++;
            }
            return new ReplicatedType.Array(sql, of(element), dimensions);
        }
        return new ReplicatedType.Plain(sql, catalogName(sql));
    }

    /** The arguments may stand within the name: {@code timestamp(3) with time zone}. */
    private static String catalogName(String sql) {
        String bare = sql.replaceAll("\\s*\\([^)]*\\)", "").strip();
        return bare.startsWith("interval") ? "interval" : CATALOG_NAMES.getOrDefault(bare, bare);
    }
}
