package dev.dmt.engine.postgres;

import dev.dmt.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The types that the page of types tells of, and one example of each kind that people make for themselves. */
final class DocumentedTypes {
    private static final String SCHEMA = "public";

    static final UserTypes EXAMPLES = examples();

    static final List<String> ALL = List.of(
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "numeric(10,2)",
            "numeric(5,-2)",
            "real",
            "double precision",
            "money",
            "text",
            "character varying(20)",
            "character(5)",
            "\"char\"",
            "name",
            "bytea",
            "date",
            "time without time zone",
            "time with time zone",
            "timestamp without time zone",
            "timestamp(3) without time zone",
            "timestamp with time zone",
            "interval",
            "interval day to second(3)",
            "uuid",
            "json",
            "jsonb",
            "jsonpath",
            "xml",
            "bit(8)",
            "bit varying(8)",
            "bit varying",
            "integer[]",
            "text[]",
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
            "polygon",
            "int4range",
            "tstzrange",
            "nummultirange",
            "public.mood",
            "public.positive",
            "public.pair",
            "public.citext",
            "public.hstore",
            "public.ltree",
            "public.geometry(Point,4326)",
            "public.geography");

    private DocumentedTypes() {}

    private static UserTypes examples() {
        Map<String, UserType> types = new LinkedHashMap<>();
        List<String> check = List.of("CONSTRAINT positive_check CHECK ((VALUE > 0))");
        Stream.of(
                        type("mood", "e", List.of("sad", "ok"), List.of()),
                        type("positive", "d", List.of(), check),
                        type("pair", "c", List.of(), List.of("a integer", "b text")),
                        ofExtension("citext"),
                        ofExtension("hstore"),
                        ofExtension("ltree"),
                        ofExtension("geometry"),
                        ofExtension("geography"))
                .forEach(type -> types.put(type.spelled(), type));
        return new UserTypes(types);
    }

    private static UserType type(String name, String form, List<String> members, List<String> attributes) {
        String base = form.equals("d") ? "integer" : "";
        return new UserType(
                new TableName(SCHEMA, name), SCHEMA + "." + name, form, members, base, attributes, false, "");
    }

    private static UserType ofExtension(String name) {
        return new UserType(
                new TableName(SCHEMA, name), SCHEMA + "." + name, "b", List.of(), "", List.of(), false, name);
    }
}
