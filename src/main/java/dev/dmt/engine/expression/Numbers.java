package dev.dmt.engine.expression;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Optional;

/** Numbers computed as {@link dev.dmt.schema.Expression} says, and their casts. */
record Numbers(WritingRules rules, Truths truths) {
    static Phrase constant(String digits) {
        boolean whole = digits.chars().allMatch(Character::isDigit);
        boolean floating = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        return Phrase.constant(digits, whole ? Types.WHOLE : floating ? Types.FLOATING : Types.DECIMAL);
    }

    /** Conditions count as 0 and 1. */
    Phrase number(Phrase phrase) {
        if (phrase.is(TypeKind.BOOLEAN)) {
            return phrase.constant()
                    ? Phrase.constant(phrase.sql(), Types.WHOLE)
                    : Phrase.value(truths.value(phrase).sql(), Types.WHOLE);
        } else if (phrase.is(TypeKind.INTEGER) && !phrase.constant()) {
            return Phrase.value(rules.widened(phrase.sql()), Types.WHOLE);
        } else if (phrase.numeric() || phrase.isNull()) {
            return phrase;
        }
        throw new Refusal("a " + phrase.kindName() + " is used as a number");
    }

    Phrase negated(Phrase operand) {
        Phrase number = number(operand);
        return new Phrase("(-" + number.sql() + ")", number.type(), number.form());
    }

    Phrase compute(String operator, Phrase one, Phrase other) {
        Phrase left = number(one);
        Phrase right = number(other);
        boolean floating =
                left.is(TypeKind.FLOAT) || right.is(TypeKind.FLOAT) || mixed(left, right) || mixed(right, left);
        boolean decimal = left.is(TypeKind.DECIMAL) || right.is(TypeKind.DECIMAL);
        if (decimal && !floating && !rules.computesDecimals()) {
            throw new Refusal("a sum of decimals, which " + rules.engine() + " computes in floating point");
        }
        return Phrase.value(
                "(" + floated(left, floating) + " " + operator + " " + floated(right, floating) + ")",
                floating ? Types.FLOATING : decimal ? Types.DECIMAL : Types.WHOLE);
    }

    /** A whole number with a broken constant that no cast calls exact: a source computes that in floating point. */
    private static boolean mixed(Phrase whole, Phrase broken) {
        return whole.is(TypeKind.INTEGER) && broken.is(TypeKind.DECIMAL) && broken.constant();
    }

    private String floated(Phrase phrase, boolean floating) {
        return floating && !phrase.is(TypeKind.FLOAT) && !phrase.isNull()
                ? rules.cast(phrase, Types.FLOATING)
                : phrase.sql();
    }

    Phrase divide(String operator, Phrase one, Phrase other) {
        Phrase left = number(one);
        Phrase right = number(other);
        boolean whole = (left.is(TypeKind.INTEGER) || left.isNull()) && (right.is(TypeKind.INTEGER) || right.isNull());
        if (whole) {
            return Phrase.value(
                    operator.equals("/")
                            ? rules.divided(left.sql(), divisor(right, false))
                            : rules.remainder(left.sql(), divisor(right, false)),
                    Types.WHOLE);
        } else if (operator.equals("%")) {
            throw new Refusal("a remainder of broken numbers");
        } else if (left.is(TypeKind.DECIMAL) || (right.is(TypeKind.DECIMAL) && !right.constant())) {
            throw new Refusal("a division of decimals, which is rounded differently");
        }
        return Phrase.value("(" + floated(left, true) + " / " + divisor(right, true) + ")", Types.FLOATING);
    }

    /** What is divided by zero is NULL. */
    private String divisor(Phrase right, boolean floating) {
        String sql = floated(right, floating);
        return right.constant() && right.sql().matches(".*[1-9].*") ? sql : "NULLIF(" + sql + ", 0)";
    }

    String text(Phrase phrase) {
        if (phrase.is(TypeKind.TEXT) || phrase.isNull()) {
            return phrase.sql();
        } else if (phrase.is(TypeKind.INTEGER)) {
            return rules.cast(phrase, Types.TEXT);
        }
        throw new Refusal("a " + phrase.kindName() + " is used as a text");
    }

    Phrase cast(Phrase operand, LogicalType type) {
        TypeKind wanted = type.kind();
        if (operand.isNull() || (operand.is(wanted) && wanted != TypeKind.DECIMAL)) {
            return operand;
        } else if (wanted == TypeKind.DECIMAL && operand.constant() && operand.numeric()) {
            return Phrase.value(operand.sql(), Types.DECIMAL);
        } else if (wanted == TypeKind.INTEGER && operand.is(TypeKind.BOOLEAN)) {
            return number(operand);
        } else if (wanted == TypeKind.INTEGER || wanted == TypeKind.FLOAT) {
            return Phrase.value(rules.cast(number(operand), type), type);
        } else if (wanted == TypeKind.TEXT && (operand.is(TypeKind.INTEGER) || operand.is(TypeKind.UUID))) {
            return Phrase.value(rules.cast(operand, type), Types.TEXT);
        }
        throw new Refusal("a cast from " + operand.kindName() + " to " + type);
    }

    /** The type that all branches of an expression share; whole numbers may stand among other numbers. */
    static Optional<LogicalType> commonType(List<Phrase> phrases) {
        Optional<LogicalType> common = Optional.empty();
        for (Phrase phrase : phrases) {
            if (phrase.isNull() || (common.isPresent() && phrase.is(common.get().kind()))) {
                continue;
            }
            boolean bothNumbers = phrase.numeric() && new Phrase("", common, Phrase.Form.VALUE).numeric();
            if (common.isPresent() && !bothNumbers) {
                throw new Refusal("its branches yield values of several kinds");
            }
            common = common.isPresent() && phrase.is(TypeKind.INTEGER) ? common : phrase.type();
        }
        return common;
    }
}
