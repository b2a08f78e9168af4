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

    private Moments() {}

    static Operand ofKeyword(String keyword) {
        return switch (keyword.toUpperCase(Locale.ROOT)) {
            case "CURRENT_DATE" -> now(DATE);
            case "CURRENT_TIME" -> now(TIME);
            default -> now(TIMESTAMP);
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
            case "datetime" -> present ? Optional.of(now(TIMESTAMP)) : Optional.empty();
            case "date" -> present ? Optional.of(now(DATE)) : Optional.empty();
            case "time" -> present ? Optional.of(now(TIME)) : Optional.empty();
            case "unixepoch" -> present ? Optional.of(now(EPOCH_SECONDS)) : Optional.empty();
            case "strftime" -> ofFormat(texts);
            default -> Optional.empty();
        };
    }

    private static Optional<Operand> ofFormat(List<String> texts) {
        boolean present = texts.size() == 1 || (texts.size() == 2 && isNow(texts.get(1)));
        if (!present) {
            return Optional.empty();
        }
        return switch (texts.get(0)) {
            case "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%f", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%f", "%F %T" ->
                Optional.of(now(TIMESTAMP));
            case "%Y-%m-%d %H:%M:%SZ", "%Y-%m-%d %H:%M:%fZ", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%fZ" ->
                Optional.of(now(INSTANT));
            case "%Y-%m-%d", "%F" -> Optional.of(now(DATE));
            case "%H:%M:%S", "%H:%M:%f", "%T" -> Optional.of(now(TIME));
            case "%s" -> Optional.of(now(EPOCH_SECONDS));
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

    private static Operand now(LogicalType type) {
        ValueClass valueClass = type.equals(EPOCH_SECONDS) ? ValueClass.INTEGER : ValueClass.UNKNOWN;
        return Operand.of(new Now(type), valueClass);
    }
}
