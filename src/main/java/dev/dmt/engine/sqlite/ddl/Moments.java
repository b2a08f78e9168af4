package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression.Call;
import dev.dmt.schema.Expression.ColumnReference;
import dev.dmt.schema.Expression.Now;
import dev.dmt.schema.Expression.TextLiteral;
import dev.dmt.schema.LogicalType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which SQLite says "now, in UTC". */
final class Moments {
    private static final LogicalType TIMESTAMP = new LogicalType.Timestamp(false);
    private static final LogicalType INSTANT = new LogicalType.Timestamp(true);
    private static final LogicalType DATE = new LogicalType.Date();
    private static final LogicalType TIME = new LogicalType.Time();
    private static final LogicalType EPOCH_SECONDS = new LogicalType.Int(64);

    private static final String ISO_DATE = "%Y-%m-%d";
    private static final String ISO_TIME = "%H:%M:%S";
    private static final String ISO_TIMESTAMP = ISO_DATE + " " + ISO_TIME;

    private Moments() {}

    static Operand ofKeyword(String keyword) {
        return switch (keyword.toUpperCase(Locale.ROOT)) {
            case "CURRENT_DATE" -> now(DATE, ISO_DATE);
            case "CURRENT_TIME" -> now(TIME, ISO_TIME);
            default -> now(TIMESTAMP, ISO_TIMESTAMP);
        };
    }

    /** Empty for other functions, and for moments that are shifted, local, or written as no type of ours. */
    static Optional<Operand> ofCall(String name, List<Operand> arguments) {
        List<String> texts = arguments.stream()
                .map(a -> a.expression() instanceof TextLiteral text ? text.value() : "?")
                .toList();
        boolean present = texts.isEmpty() || (texts.size() == 1 && isNow(texts.get(0)));
        if (name.equals("date") && arguments.size() == 1 && !present) {
            return ofColumn(arguments.get(0));
        }
        return switch (name) {
            case "datetime" -> present ? Optional.of(now(TIMESTAMP, ISO_TIMESTAMP)) : Optional.empty();
            case "date" -> present ? Optional.of(now(DATE, ISO_DATE)) : Optional.empty();
            case "time" -> present ? Optional.of(now(TIME, ISO_TIME)) : Optional.empty();
            case "unixepoch" -> present ? Optional.of(now(EPOCH_SECONDS, "%s")) : Optional.empty();
            case "strftime" -> ofFormat(texts);
            default -> Optional.empty();
        };
    }

    private static Optional<Operand> ofFormat(List<String> texts) {
        boolean present = texts.size() == 1 || (texts.size() == 2 && isNow(texts.get(1)));
        if (!present) {
            return Optional.empty();
        }
        String written = texts.get(0).replace("%F", ISO_DATE).replace("%T", ISO_TIME);
        return switch (written) {
            case "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%f", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%f" ->
                Optional.of(now(TIMESTAMP, written));
            case "%Y-%m-%d %H:%M:%SZ", "%Y-%m-%d %H:%M:%fZ", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%fZ" ->
                Optional.of(now(INSTANT, written));
            case ISO_DATE -> Optional.of(now(DATE, written));
            case ISO_TIME, "%H:%M:%f" -> Optional.of(now(TIME, written));
            case "%s" -> Optional.of(now(EPOCH_SECONDS, written));
            default -> Optional.empty();
        };
    }

    /** A date is its own date; what else the column may hold, the target's type tells. */
    private static Optional<Operand> ofColumn(Operand argument) {
        return argument.expression() instanceof ColumnReference
                ? Optional.of(Operand.of(new Call("date", List.of(argument.expression())), ValueClass.UNKNOWN))
                : Optional.empty();
    }

    private static boolean isNow(String text) {
        return AsciiCase.equal(text, "now");
    }

    private static Operand now(LogicalType type, String written) {
        ValueClass valueClass = type.equals(EPOCH_SECONDS) ? ValueClass.INTEGER : ValueClass.UNKNOWN;
        return Operand.of(new Now(type, written), valueClass);
    }
}
