package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** Comparisons between values whose types may differ. */
record ComparisonWriter(WritingRules rules, Truths truths, Numbers numbers) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?");
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?\\+00:00");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    Phrase compare(String operator, Side left, Side right) {
        if (left.phrase().isNull() || right.phrase().isNull()) {
            return condition(truths.value(left.phrase()), operator, truths.value(right.phrase()));
        } else if (left.phrase().is(TypeKind.BOOLEAN) || right.phrase().is(TypeKind.BOOLEAN)) {
            return condition(numbers.number(left.phrase()), operator, numbers.number(right.phrase()));
        } else if (left.phrase().numeric() && right.phrase().numeric()) {
            return condition(left.phrase(), operator, right.phrase());
        } else if (left.phrase().is(TypeKind.TEXT) && right.phrase().is(TypeKind.TEXT)) {
            return Phrase.condition("(" + rules.compareTexts(operator, left.phrase(), right.phrase()) + ")");
        }
        requireSameOrder(operator, left, right);
        return condition(adapted(left, right), operator, adapted(right, left));
    }

    /** To SQLite a moment is a text, which is greater than its own date alone: only where that does not show. */
    private static void requireSameOrder(String operator, Side left, Side right) {
        boolean dateOnTheRight = left.phrase().is(TypeKind.TIMESTAMP) && right.isDate();
        boolean dateOnTheLeft = right.phrase().is(TypeKind.TIMESTAMP) && left.isDate();
        boolean same = dateOnTheRight
                ? operator.equals(">=") || operator.equals("<")
                : operator.equals("<=") || operator.equals(">");
        if ((dateOnTheRight || dateOnTheLeft) && !same) {
            throw new Refusal(
                    "a moment is compared with a date by " + operator + ", which compares texts in the source");
        }
    }

    private Phrase adapted(Side side, Side neighbour) {
        Phrase phrase = side.phrase();
        Optional<LogicalType> type = neighbour.phrase().type();
        boolean sameType = type.isPresent()
                && phrase.is(type.get().kind())
                && Types.zoned(type.get()) == Types.zoned(phrase.type().orElse(type.get()));
        if ((phrase.temporal() || phrase.is(TypeKind.UUID))
                && (sameType || neighbour.text().isPresent())) {
            return phrase;
        } else if (side.text().isPresent() && type.isPresent()) {
            return Phrase.constant(rules.constant(iso(side.text().get(), type.get()), type.get()), type.get());
        }
        throw new Refusal("a " + phrase.kindName() + " is compared with a "
                + neighbour.phrase().kindName());
    }

    private static String iso(String text, LogicalType type) {
        boolean bareDate =
                type.kind() == TypeKind.TIMESTAMP && DATE.matcher(text).matches() && !Types.zoned(type);
        boolean midnight = type.kind() == TypeKind.DATE && text.endsWith(" 00:00:00");
        String iso = bareDate ? text + " 00:00:00" : midnight ? text.substring(0, text.indexOf(' ')) : text;
        Pattern form = switch (type.kind()) {
            case DATE -> DATE;
            case TIME -> TIME;
            case TIMESTAMP -> Types.zoned(type) ? INSTANT : TIMESTAMP;
            case UUID -> UUID;
            default -> throw new Refusal("a text is compared with a " + type);
        };
        if (!form.matcher(iso).matches()) {
            throw new Refusal("a text that is no " + type + " is compared with one");
        }
        return iso.replace('T', ' ');
    }

    private static Phrase condition(Phrase left, String operator, Phrase right) {
        return Phrase.condition("(" + left.sql() + " " + operator + " " + right.sql() + ")");
    }

    /** One side of a comparison, as it was and as it is written. */
    record Side(Expression expression, Phrase phrase) {
        Optional<String> text() {
            return expression instanceof Expression.TextLiteral literal
                    ? Optional.of(literal.value())
                    : Optional.empty();
        }

        boolean isDate() {
            return text().filter(text -> DATE.matcher(text).matches()).isPresent();
        }
    }
}
