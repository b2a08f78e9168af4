package dev.dmt.engine.postgres;

import dev.dmt.engine.postgres.SqlValue.Refusal;

/** A glob pattern as a regular expression: * and ? and plain character classes; anything else is refused. */
final class GlobPattern {
    private GlobPattern() {}

    static String regularExpression(String glob) {
        StringBuilder out = new StringBuilder("^");
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> out.append(".*");
                case '?' -> out.append('.');
                case '[' -> i = appendClass(glob, i, out);
                default -> appendLiteral(c, out);
            }
        }
        return out.append('$').toString();
    }

    private static void appendLiteral(char c, StringBuilder out) {
        if (c < 0x80 && !Character.isLetterOrDigit(c) && c != ' ' && c != '_' && c != '-') {
            out.append('\\');
        }
        out.append(c);
    }

    private static int appendClass(String glob, int start, StringBuilder out) {
        int end = glob.indexOf(']', start + 1);
        String members = end < 0 ? "" : glob.substring(start + 1, end);
        String plain = members.startsWith("^") ? members.substring(1) : members;
        if (plain.isEmpty() || !plain.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-'))) {
            throw new Refusal("a glob's character class is not a plain one");
        }
        out.append('[').append(members).append(']');
        return end;
    }
}
