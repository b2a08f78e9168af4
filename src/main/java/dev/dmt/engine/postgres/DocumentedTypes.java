package dev.dmt.engine.postgres;

import dev.dmt.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that the page of types tells of, and one example of each kind that people make for themselves. */
final class DocumentedTypes {
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
        add(types, "mood", "e", List.of("sad", "ok"), "", List.of(), "");
        add(types, "positive", "d", List.of(), "integer", List.of("CONSTRAINT positive_check CHECK ((VALUE > 0))"), "");
        add(types, "pair", "c", List.of(), "", List.of("a integer", "b text"), "");
        for (String name : List.of("citext", "hstore", "ltree", "geometry", "geography")) {
            add(types, name, "b", List.of(), "", List.of(), name);
        }
        return new UserTypes(types);
    }

    private static void add(
            Map<String, UserType> types,
            String name,
            String form,
            List<String> members,
            String base,
            List<String> attributes,
            String extension) {
        String spelled = "public." + name;
        types.put(
                spelled,
                new UserType(
                        new TableName("public", name), spelled, form, members, base, attributes, false, extension));
    }
}
