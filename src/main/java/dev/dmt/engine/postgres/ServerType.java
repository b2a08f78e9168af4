package dev.dmt.engine.postgres;

import dev.dmt.schema.LogicalType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The server's own types that no other engine has: their text is exact, and means the same in every database. */
final class ServerType {
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_ADDRESS = 50;
    private static final Map<String, LogicalType> PORTABLE = portable();

    private ServerType() {}

    /** What stands for one elsewhere; empty where the server has none of that name. */
    static Optional<LogicalType> find(String name) {
        return Optional.ofNullable(PORTABLE.get(name.startsWith("interval ") ? "interval" : name));
    }

    private static Map<String, LogicalType> portable() {
        Map<String, LogicalType> types = new LinkedHashMap<>();
        types.put("interval", new LogicalType.Interval());
        types.put("\"char\"", text(4));
        types.put("name", text(LONGEST_NAME));
        types.put("time with time zone", text(24));
        types.put("inet", text(LONGEST_ADDRESS));
        types.put("cidr", text(LONGEST_ADDRESS));
        types.put("macaddr", text(17));
        types.put("macaddr8", text(23));
        types.put("pg_lsn", text(17));
        types.put("xid8", text(20));
        types.put("money", new LogicalType.Decimal(19, 2));
        types.put("oid", new LogicalType.Int(32, false));
        for (String name : List.of(
                "bpchar",
                "bit varying",
                "jsonpath",
                "tsvector",
                "tsquery",
                "point",
                "line",
                "lseg",
                "box",
                "path",
                "polygon",
                "circle")) {
            types.put(name, new LogicalType.Text(OptionalInt.empty()));
        }
        for (String range : List.of("int4", "int8", "num", "date", "ts", "tstz")) {
            types.put(range + "range", new LogicalType.Text(OptionalInt.empty()));
            types.put(range + "multirange", new LogicalType.Text(OptionalInt.empty()));
        }
        return Map.copyOf(types);
    }

    private static LogicalType text(int length) {
        return new LogicalType.Text(OptionalInt.of(length));
    }
}
