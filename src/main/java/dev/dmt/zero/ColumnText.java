package dev.dmt.zero;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A column as a line of a schema file. */
final class ColumnText {
    private static final int WIDTH = 100;

    private ColumnText() {}

    static String of(ZeroColumn column) {
        String from = column.name().equals(column.server()) ? "" : ".from(" + TypeScript.literal(column.server()) + ")";
        String optional = column.optional() ? ".optional()" : "";
        String hint = hint(column);
        return "    %s: %s%s%s,%s\n"
                .formatted(
                        TypeScript.key(column.name()),
                        call(column.type()),
                        from,
                        optional,
                        hint.isEmpty() ? "" : " " + TypeScript.comment(hint));
    }

    /** The function that makes such a column. */
    static String function(ZeroType type) {
        if (type instanceof ZeroType.Number) {
            return "number";
        }
        if (type instanceof ZeroType.Bool) {
            return "boolean";
        }
        if (type instanceof ZeroType.Json) {
            return "json";
        }
        // A type without members holds no value, and TypeScript knows no empty union.
        return type instanceof ZeroType.Enumeration e && !e.members().isEmpty() ? "enumeration" : "string";
    }

    private static String call(ZeroType type) {
        String function = function(type);
        if (type instanceof ZeroType.Json json && !json.shape().isEmpty()) {
            return function + "<" + json.shape() + ">()";
        }
        return type instanceof ZeroType.Enumeration e && function.equals("enumeration")
                ? function + "<" + union(e.members()) + ">()"
                : function + "()";
    }

    private static String union(List<String> members) {
        List<String> literals = members.stream().map(TypeScript::literal).toList();
        String line = String.join(" | ", literals);
        return line.length() <= WIDTH
                ? line
                : literals.stream().map(l -> "\n      | " + l).collect(Collectors.joining("", "", "\n    "));
    }

    /** What the reader would not guess from the type. */
    private static String hint(ZeroColumn column) {
        String spelling = column.spelling();
        if (column.type() instanceof ZeroType.Json json) {
            return spelling + (json.shape().isEmpty() ? "; zero.json_types can give it a type of its own" : "");
        }
        boolean moment = spelling.toLowerCase(Locale.ROOT).matches("(date|time).*");
        return column.type() instanceof ZeroType.Number && moment ? spelling + ", in milliseconds" : "";
    }
}
