package dev.dmt.zero;

import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.zero.TypeVerdict.Dropped;
import java.util.Set;

/** Why a type is not synced, and which one to take instead. */
final class DroppedTypes {
    /** The server counts elements in them although they are no arrays, over which Zero falls. */
    private static final Set<String> ABORTING =
            Set.of("point", "box", "lseg", "line", "name", "int2vector", "oidvector");

    private DroppedTypes() {}

    static Dropped plain(ReplicatedType.Plain type) {
        String using = switch (type.name()) {
            case "bytea" -> "encode({}, 'base64')";
            case "interval" -> "(extract(epoch FROM {}) * 1000)::bigint";
            case "point" -> "jsonb_build_array({}[0], {}[1])";
            case "hstore" -> "hstore_to_jsonb({})";
            case "geometry", "geography" -> "ST_AsGeoJSON({})::jsonb";
            default -> "";
        };
        return ABORTING.contains(type.name())
                ? Dropped.aborting(type.sql(), substitute(type.name()), using)
                : Dropped.silently(type.sql(), substitute(type.name()), using);
    }

    private static String substitute(String name) {
        return switch (name) {
            case "money" -> "numeric";
            case "interval", "oid" -> "bigint";
            case "point", "hstore", "geometry", "geography" -> "jsonb";
            default -> "text";
        };
    }

    static Dropped domain(ReplicatedType.Domain type) {
        String sql = type.sql() + ", a domain over " + type.over();
        return type.over().endsWith("]") || ABORTING.contains(type.over())
                ? Dropped.aborting(sql, type.over(), "")
                : Dropped.silently(sql, type.over(), "");
    }

    static Dropped other(ReplicatedType.Other type) {
        String sql = type.sql() + ", a " + type.kind() + " type";
        return type.kind().equals("composite")
                ? Dropped.silently(sql, "jsonb", "to_jsonb({})")
                : Dropped.silently(sql, "text", "");
    }

    /** The same type again, but declared: that is all the difference. */
    static Dropped undeclaredArray(ReplicatedType.Array type) {
        return Dropped.aborting(
                type.sql() + " without declared dimensions, as CREATE TABLE AS and LIKE leave it", type.sql(), "");
    }

    static Dropped garbledArray(ReplicatedType.Array type) {
        return new Dropped(
                false,
                "Zero cannot take apart the elements of " + type.sql() + ": clients would see garbled texts",
                "jsonb",
                "to_jsonb({})");
    }

    static Dropped unreadableName(String sql) {
        return Dropped.aborting(sql + ", whose name Zero cannot read", "text", "");
    }

    static Dropped takenForNumbers(ReplicatedType.Enumeration type) {
        return new Dropped(
                false,
                "labels of the enumeration " + type.sql()
                        + " look like numbers, and Zero's copy takes them for such, as the type's name has int in it",
                "text",
                "");
    }

    static Dropped disguised(ReplicatedType.Enumeration type, String other) {
        return new Dropped(
                false, "Zero takes the enumeration " + type.sql() + " for the server's own type " + other, "text", "");
    }
}
