package dev.dmt.zero;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** TypeScript's spelling of names and texts. */
final class TypeScript {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9_$]");

    private TypeScript() {}

    /** The name as a constant may be called, as near to it as possible. */
    static String identifier(String name) {
        String plain = NOT_PLAIN.matcher(name).replaceAll("_");
        return PLAIN.matcher(plain).matches() ? plain : "_" + plain;
    }

    static String key(String name) {
        return PLAIN.matcher(name).matches() ? name : literal(name);
    }

    static String literal(String text) {
        StringBuilder literal = new StringBuilder("'");
        text.codePoints().forEach(c -> {
            if (c == '\'' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
            } else {
                append(literal, c);
            }
        });
        return literal.append('\'').toString();
    }

    static String literals(List<String> texts) {
        return texts.stream().map(TypeScript::literal).collect(Collectors.joining(", "));
    }

    /** The text as the rest of a line. */
    static String comment(String text) {
        StringBuilder comment = new StringBuilder("// ");
        text.codePoints().forEach(c -> append(comment, c == '\n' || c == '\r' || c == '\t' ? ' ' : c));
        return comment.toString();
    }

    /** What ends a line, hides or turns text around is spelled out. */
    private static void append(StringBuilder text, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> text.append(c > 0xFFFF ? "\\u{%x}".formatted(c) : "\\u%04x".formatted(c));
            default -> text.appendCodePoint(c);
        }
    }
}
