package dev.dmt.zero;

import dev.dmt.schema.replicated.ReplicatedType;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the elements of an array are to a client: those that Zero takes apart from their binary form. */
final class ArrayElements {
    private ArrayElements() {}

    /** What an array of them is to a client; empty where it would see the bytes of the server's own form. */
    static Optional<ZeroType> array(ReplicatedType.Array type) {
        return shape(type.element())
                .map(element -> new ZeroType.Json(element.isEmpty() ? "" : element + "[]".repeat(type.dimensions())));
    }

    private static Optional<String> shape(ReplicatedType element) {
        if (element instanceof ReplicatedType.Enumeration enumeration) {
            return Optional.of(union(enumeration));
        } else if (element instanceof ReplicatedType.Plain plain) {
            return plain(plain.name());
        }
        return Optional.empty();
    }

    private static Optional<String> plain(String name) {
        return switch (name) {
            case "text", "varchar", "bpchar", "char", "citext", "name", "uuid" -> Optional.of("string");
            case "int2",
                    "int4",
                    "int8",
                    "numeric",
                    "float4",
                    "float8",
                    "date",
                    "time",
                    "timetz",
                    "timestamp",
                    "timestamptz" -> Optional.of("number");
            case "bool" -> Optional.of("boolean");
            case "json", "jsonb" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private static String union(ReplicatedType.Enumeration enumeration) {
        return enumeration.members().isEmpty()
                ? "string"
                : enumeration.members().stream()
                        .map(ArrayElements::literal)
                        .collect(Collectors.joining(" | ", "(", ")"));
    }

    private static String literal(String member) {
        StringBuilder text = new StringBuilder("'");
        for (int i = 0; i < member.length(); i++) {
            char c = member.charAt(i);
            if (c == '\'' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('\'').toString();
    }
}
