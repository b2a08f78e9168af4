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
        if (TypeRule.isNumber(name)) {
            return Optional.of("number");
        }
        return switch (name) {
            case "text", "varchar", "bpchar", "char", "citext", "name", "uuid" -> Optional.of("string");
            case "bool" -> Optional.of("boolean");
            case "json", "jsonb" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private static String union(ReplicatedType.Enumeration enumeration) {
        return enumeration.members().isEmpty()
                ? "string"
                : enumeration.members().stream().map(TypeScript::literal).collect(Collectors.joining(" | ", "(", ")"));
    }
}
