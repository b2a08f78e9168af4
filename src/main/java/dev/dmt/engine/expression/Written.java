package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import java.util.Locale;
import java.util.Map;

/** What several engines write alike. */
public final class Written {
    private Written() {}

    /** A character that the pattern does not hold, so that it can be said to escape. */
    public static char unused(String pattern) {
        return "|!^#~$&"
                .chars()
                .mapToObj(c -> (char) c)
                .filter(c -> pattern.indexOf(c) < 0)
                .findFirst()
                .orElseThrow(() -> new Refusal("a pattern with every character that might escape"));
    }

    /** The pattern for a text in lower case; letters beyond ASCII would not fold alike. */
    public static Expression.TextLiteral lowered(Expression.TextLiteral pattern) {
        if (pattern.value().chars().anyMatch(c -> c >= 0x80)) {
            throw new Refusal("a pattern with letters beyond ASCII, in which case does not count");
        }
        return new Expression.TextLiteral(pattern.value().toLowerCase(Locale.ROOT));
    }

    /** A moment's form in an engine's own letters, from {@link Expression.Now#written}. */
    public static String form(Expression.Now now, Map<Character, String> letters) {
        String written = now.written();
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '%' && i + 1 < written.length() && letters.containsKey(written.charAt(i + 1))) {
                form.append(letters.get(written.charAt(++i)));
            } else if (" :-.".indexOf(c) >= 0) {
                form.append(c);
            } else {
                throw new Refusal("the present moment as a text, in a form of the source's own");
            }
        }
        if (form.isEmpty()) {
            throw new Refusal("the present moment as a text, in a form of the source's own");
        }
        return form.toString();
    }
}
