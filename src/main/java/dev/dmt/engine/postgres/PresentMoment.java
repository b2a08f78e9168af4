package dev.dmt.engine.postgres;

import dev.dmt.engine.postgres.SqlValue.Refusal;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.Map;

/** The present moment, in UTC as the sources have it. */
final class PresentMoment {
    private static final String UTC_NOW = "(CURRENT_TIMESTAMP AT TIME ZONE 'UTC')";
    private static final Map<Character, String> PATTERNS =
            Map.of('Y', "YYYY", 'm', "MM", 'd', "DD", 'H', "HH24", 'M', "MI", 'S', "SS", 'f', "SS.MS");

    private PresentMoment() {}

    static SqlValue of(Expression.Now now) {
        String wall = now.clock() == Expression.Clock.UTC ? UTC_NOW : "LOCALTIMESTAMP";
        return switch (now.type().kind()) {
            case TIMESTAMP ->
                SqlValue.of(
                        ((LogicalType.Timestamp) now.type()).zoned() ? "CURRENT_TIMESTAMP" : wall, TypeKind.TIMESTAMP);
            case DATE -> SqlValue.of(wall + "::date", TypeKind.DATE);
            case TIME -> SqlValue.of(wall + "::time", TypeKind.TIME);
            case TEXT -> SqlValue.of("to_char(" + wall + ", '" + pattern(now.written()) + "')", TypeKind.TEXT);
            case INTEGER -> SqlValue.of("floor(extract(epoch FROM CURRENT_TIMESTAMP))::bigint", TypeKind.INTEGER);
            case BOOLEAN,
                    DECIMAL,
                    FLOAT,
                    BINARY,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> throw new Refusal("the present moment is wanted as " + now.type());
        };
    }

    /** strftime's pattern as to_char wants it; letters that stand for themselves are quoted. */
    private static String pattern(String written) {
        if (written.isEmpty()) {
            throw new Refusal("the present moment as a text, in a form of the source's own");
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '%') {
                i++;
                char letter = i < written.length() ? written.charAt(i) : '%';
                if (!PATTERNS.containsKey(letter)) {
                    throw new Refusal("the present moment is written with %" + letter);
                }
                pattern.append(PATTERNS.get(letter));
            } else if (Character.isLetter(c)) {
                pattern.append('"').append(c).append('"');
            } else if (" :-.".indexOf(c) >= 0) {
                pattern.append(c);
            } else {
                throw new Refusal("the present moment is written with " + c);
            }
        }
        return pattern.toString();
    }
}
