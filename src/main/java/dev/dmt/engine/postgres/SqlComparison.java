package dev.dmt.engine.postgres;

import dev.dmt.engine.postgres.SqlValue.Refusal;
import dev.dmt.schema.TypeKind;
import java.util.regex.Pattern;

/** Comparisons between values whose types may differ. Text is compared by its bytes, as the sources do. */
final class SqlComparison {
    private static final Pattern ISO_DATE = Pattern.compile("'\\d{4}-\\d{2}-\\d{2}'");
    private static final Pattern ISO_TIME = Pattern.compile("'\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?'");
    private static final Pattern ISO_TIMESTAMP =
            Pattern.compile("'\\d{4}-\\d{2}-\\d{2}([ T]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?)?'");
    private static final Pattern UUID = Pattern.compile("'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'");

    private SqlComparison() {}

    static SqlValue compare(String operator, SqlValue left, SqlValue right) {
        boolean equality = operator.equals("=") || operator.equals("<>");
        if (left.isNull() || right.isNull()) {
            return condition(left.sql(), operator, right.sql());
        }
        if (left.is(TypeKind.BOOLEAN) || right.is(TypeKind.BOOLEAN)) {
            return compareBooleans(operator, left, right);
        }
        if (left.numeric() && right.numeric()) {
            return condition(left.sql(), operator, right.sql());
        }
        if (left.is(TypeKind.TEXT) && right.is(TypeKind.TEXT)) {
            String collated = equality ? left.sql() : left.sql() + " COLLATE \"C\"";
            return condition(collated, operator, right.sql());
        }
        requireSameOrder(operator, left, right);
        return condition(adapted(left, right), operator, adapted(right, left));
    }

    /** To the sources a moment is a text, which is greater than its own date alone: only where that does not show. */
    private static void requireSameOrder(String operator, SqlValue left, SqlValue right) {
        boolean dateOnTheRight = left.is(TypeKind.TIMESTAMP) && isDate(right);
        boolean dateOnTheLeft = right.is(TypeKind.TIMESTAMP) && isDate(left);
        boolean same = dateOnTheRight
                ? operator.equals(">=") || operator.equals("<")
                : operator.equals("<=") || operator.equals(">");
        if ((dateOnTheRight || dateOnTheLeft) && !same) {
            throw new Refusal(
                    "a moment is compared with a date by " + operator + ", which compares texts in the source");
        }
    }

    private static boolean isDate(SqlValue value) {
        return value.is(TypeKind.TEXT)
                && value.literal()
                && ISO_DATE.matcher(value.sql()).matches();
    }

    private static SqlValue compareBooleans(String operator, SqlValue left, SqlValue right) {
        if (left.is(TypeKind.BOOLEAN) && right.is(TypeKind.BOOLEAN)) {
            return condition(left.sql(), operator, right.sql());
        }
        if (operator.equals("=") || operator.equals("<>")) {
            SqlValue other = left.is(TypeKind.BOOLEAN) ? right : left;
            if (other.literal() && (other.sql().equals("0") || other.sql().equals("1"))) {
                return condition(asBoolean(left), operator, asBoolean(right));
            }
        }
        return condition(left.number().sql(), operator, right.number().sql());
    }

    private static String asBoolean(SqlValue value) {
        return value.is(TypeKind.BOOLEAN) ? value.sql() : value.sql().equals("1") ? "TRUE" : "FALSE";
    }

    /** A value as its neighbour's type wants it. */
    private static String adapted(SqlValue value, SqlValue neighbour) {
        if (value.kind().equals(neighbour.kind()) && !value.is(TypeKind.JSON)) {
            return value.sql();
        }
        if (value.is(TypeKind.TEXT) && value.literal() && fits(value.sql(), neighbour)) {
            return value.sql();
        }
        boolean neighbourAdapts = neighbour.is(TypeKind.TEXT) && neighbour.literal();
        if (neighbourAdapts && (value.temporal() || value.is(TypeKind.UUID))) {
            return value.sql();
        }
        throw new Refusal("a " + value.kindName() + " is compared with a " + neighbour.kindName());
    }

    private static boolean fits(String literal, SqlValue neighbour) {
        return (neighbour.is(TypeKind.DATE) && ISO_DATE.matcher(literal).matches())
                || (neighbour.is(TypeKind.TIME) && ISO_TIME.matcher(literal).matches())
                || (neighbour.is(TypeKind.TIMESTAMP)
                        && ISO_TIMESTAMP.matcher(literal).matches())
                || (neighbour.is(TypeKind.UUID) && UUID.matcher(literal).matches());
    }

    private static SqlValue condition(String left, String operator, String right) {
        return SqlValue.of("(" + left + " " + operator + " " + right + ")", TypeKind.BOOLEAN);
    }
}
