package dev.dmt.engine.postgres;

import dev.dmt.config.EngineName;
import dev.dmt.schema.LogicalType;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a type means, from how the server spells it where no schema is on the path: what is a user's then has a dot. */
final class DeclaredType {
    private static final Pattern ARGUMENTS = Pattern.compile("\\s*\\(([^)]*)\\)");
    private static final String ARRAY = "[]";

    /** Those of the server's own that nothing else has: their text is exact, and means the same in every database. */
    private static final Set<String> OWN = Set.of(
            "character",
            "\"char\"",
            "name",
            "interval",
            "time with time zone",
            "bit",
            "bit varying",
            "money",
            "xml",
            "jsonpath",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "oid",
            "pg_lsn",
            "xid8",
            "tsvector",
            "tsquery",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange",
            "int4multirange",
            "int8multirange",
            "nummultirange",
            "datemultirange",
            "tsmultirange",
            "tstzmultirange");

    private DeclaredType() {}

    static LogicalType of(String spelled) {
        if (spelled.endsWith(ARRAY)) {
            boolean known =
                    of(spelled.substring(0, spelled.length() - ARRAY.length())).kind()
                            != dev.dmt.schema.TypeKind.UNKNOWN;
            return known ? own(spelled) : new LogicalType.Unknown(spelled);
        }
        Matcher arguments = ARGUMENTS.matcher(spelled);
        if (!arguments.find()) {
            return plain(spelled, spelled);
        }
        String name = arguments.replaceFirst("").strip();
        return switch (name) {
            case "character varying" -> new LogicalType.Text(OptionalInt.of(Integer.parseInt(arguments.group(1))));
            case "numeric" -> decimal(spelled, arguments.group(1).split(","));
            // Fewer digits of a second than the logical types have, or another length of a list: kept as spelled.
            default ->
                plain(name, spelled).kind() == dev.dmt.schema.TypeKind.UNKNOWN
                        ? new LogicalType.Unknown(spelled)
                        : own(spelled);
        };
    }

    private static LogicalType plain(String name, String spelled) {
        return switch (name) {
            case "smallint" -> new LogicalType.Int(16);
            case "integer" -> new LogicalType.Int(32);
            case "bigint" -> new LogicalType.Int(64);
            case "numeric" -> new LogicalType.Decimal(OptionalInt.empty(), 0);
            case "real" -> new LogicalType.Floating(32);
            case "double precision" -> new LogicalType.Floating(64);
            case "boolean" -> new LogicalType.Bool();
            case "text", "character varying" -> new LogicalType.Text(OptionalInt.empty());
            case "bytea" -> new LogicalType.Binary();
            case "date" -> new LogicalType.Date();
            case "time without time zone" -> new LogicalType.Time();
            case "timestamp without time zone" -> new LogicalType.Timestamp(false);
            case "timestamp with time zone" -> new LogicalType.Timestamp(true);
            case "uuid" -> new LogicalType.Uuid();
            case "json" -> new LogicalType.Json(false);
            case "jsonb" -> new LogicalType.Json(true);
            default ->
                OWN.contains(name) || name.startsWith("interval ") ? own(spelled) : new LogicalType.Unknown(spelled);
        };
    }

    private static LogicalType decimal(String spelled, String[] arguments) {
        int precision = Integer.parseInt(arguments[0].strip());
        int scale = arguments.length == 1 ? 0 : Integer.parseInt(arguments[1].strip());
        return scale < 0 || scale > precision
                ? own(spelled)
                : new LogicalType.Decimal(OptionalInt.of(precision), scale);
    }

    private static LogicalType own(String spelled) {
        return new LogicalType.Native(EngineName.POSTGRES.text(), spelled);
    }
}
