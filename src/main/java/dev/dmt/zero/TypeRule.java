package dev.dmt.zero;

import dev.dmt.schema.replicated.ReplicatedType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which types Zero syncs, and as what. Zero goes by a type's name alone, without its schema, so that an enumeration that
 * is called like a type of the server's passes for that one.
 */
final class TypeRule {
    private static final Set<String> NUMBERS = Set.of(
            "int2",
            "int4",
            "int8",
            "numeric",
            "float4",
            "float8",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz");
    private static final Set<String> TEXTS = Set.of(
            "text",
            "varchar",
            "bpchar",
            "uuid",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "pg_lsn",
            "ean13",
            "isbn",
            "isbn13",
            "ismn",
            "ismn13",
            "issn",
            "issn13",
            "upc");
    private static final Map<String, ZeroType> OTHERS = Map.of(
            "bool", new ZeroType.Bool(),
            "json", new ZeroType.Json(""),
            "jsonb", new ZeroType.Json(""));

    /** Other spellings of numbers and of truth, which only a type of a user's can have for its name. */
    private static final Set<String> SPELLINGS = Set.of(
            "smallint",
            "integer",
            "int",
            "bigint",
            "smallserial",
            "serial",
            "serial2",
            "serial4",
            "serial8",
            "bigserial",
            "decimal",
            "real",
            "double precision",
            "float",
            "boolean",
            "time with time zone",
            "time without time zone",
            "timestamp with time zone",
            "timestamp without time zone");

    /** What SQLite, in which Zero keeps its copy, makes a number of in a column that it takes for one of numbers. */
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*");

    private TypeRule() {}

    static TypeVerdict of(ReplicatedType type) {
        if (type instanceof ReplicatedType.Plain plain) {
            return plain(plain.name())
                    .<TypeVerdict>map(TypeVerdict.Synced::new)
                    .orElseGet(() -> DroppedTypes.plain(plain));
        } else if (type instanceof ReplicatedType.Enumeration enumeration) {
            return enumeration(enumeration);
        } else if (type instanceof ReplicatedType.Array array) {
            return array(array);
        } else if (type instanceof ReplicatedType.Domain domain) {
            return DroppedTypes.domain(domain);
        }
        return DroppedTypes.other((ReplicatedType.Other) type);
    }

    /** By the catalog's name; also as the element of an array. */
    static boolean isNumber(String name) {
        return NUMBERS.contains(name);
    }

    private static Optional<ZeroType> plain(String name) {
        if (isNumber(name)) {
            return Optional.of(new ZeroType.Number());
        }
        return TEXTS.contains(name) ? Optional.of(new ZeroType.Text()) : Optional.ofNullable(OTHERS.get(name));
    }

    private static TypeVerdict enumeration(ReplicatedType.Enumeration type) {
        String name = bareName(type.sql());
        if (!isReadable(name)) {
            return DroppedTypes.unreadableName(type.sql());
        }
        if (name.toLowerCase(Locale.ROOT).contains("int")
                && type.members().stream()
                        .anyMatch(label -> NUMBER.matcher(label).matches())) {
            return DroppedTypes.takenForNumbers(type);
        }
        String read = name.toLowerCase(Locale.ROOT).replaceFirst("(?s)\\(.*", "");
        return isNumber(read) || OTHERS.containsKey(read) || SPELLINGS.contains(read)
                ? DroppedTypes.disguised(type, read)
                : new TypeVerdict.Synced(new ZeroType.Enumeration(type.members()));
    }

    private static TypeVerdict array(ReplicatedType.Array type) {
        if (type.dimensions() == 0) {
            return DroppedTypes.undeclaredArray(type);
        }
        if (type.element() instanceof ReplicatedType.Enumeration element && !isReadable(bareName(element.sql()))) {
            return DroppedTypes.unreadableName(type.sql());
        }
        return ArrayElements.array(type)
                .<TypeVerdict>map(TypeVerdict.Synced::new)
                .orElseGet(() -> DroppedTypes.garbledArray(type));
    }

    /** Zero writes what else it knows of a type behind its name, and finds it again by these marks. */
    private static boolean isReadable(String name) {
        return !name.contains("|") && !name.contains("[]");
    }

    /** The name without its schema and its quotes. */
    private static String bareName(String sql) {
        if (!sql.endsWith("\"")) {
            return sql.substring(sql.lastIndexOf('.') + 1);
        }
        int start = sql.length() - 2;
        while (start > 0 && (sql.charAt(start) != '"' || sql.charAt(start - 1) == '"')) {
            start -= sql.charAt(start) == '"' ? 2 : 1;
        }
        return sql.substring(start + 1, sql.length() - 1).replace("\"\"", "\"");
    }
}
