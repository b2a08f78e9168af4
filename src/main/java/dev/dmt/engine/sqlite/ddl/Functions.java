package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;
import dev.dmt.schema.Expression.Call;
import java.util.List;
import java.util.Optional;

/** The functions that mean the same elsewhere, for the arguments for which they do. */
final class Functions {
    private Functions() {}

    static Operand call(String name, List<Operand> arguments) {
        return switch (name) {
            case "lower", "upper" -> ofTexts(name, arguments, 1, 1, ValueClass.TEXT);
            case "length" -> length(arguments);
            case "trim", "ltrim", "rtrim" -> ofTexts(name, arguments, 1, 2, ValueClass.TEXT);
            case "replace" -> ofTexts(name, arguments, 3, 3, ValueClass.TEXT);
            case "instr" -> ofTexts(name, arguments, 2, 2, ValueClass.INTEGER);
            case "json_valid" -> ofTexts(name, arguments, 1, 1, ValueClass.BOOLEAN);
            case "substr", "substring" -> substring(arguments);
            case "abs" -> absolute(arguments);
            case "coalesce", "ifnull" -> coalesce(name, arguments);
            case "min", "max" -> extreme(name, arguments);
            case "nullif" -> nullIf(arguments);
            case "iif", "if" -> choice(arguments);
            case "typeof" -> typeOf(arguments);
            case "likely", "unlikely" -> only(name, arguments);
            default ->
                Moments.ofCall(name, arguments).orElseThrow(() -> new Unparsable("no portable function: " + name));
        };
    }

    private static Operand ofTexts(String name, List<Operand> arguments, int least, int most, ValueClass result) {
        count(name, arguments, least, most);
        arguments.forEach(Functions::checkText);
        return Operand.of(new Call(name, expressions(arguments)), result);
    }

    /** Characters of a text, bytes of a blob. */
    private static Operand length(List<Operand> arguments) {
        Operand argument = only("length", arguments);
        if (argument.valueClass() != ValueClass.BLOB) {
            checkText(argument);
        }
        return Operand.of(new Call("length", expressions(arguments)), ValueClass.INTEGER);
    }

    /** Only from the left end and forwards: SQLite's zero and negative positions are its own. */
    private static Operand substring(List<Operand> arguments) {
        count("substr", arguments, 2, 3);
        checkText(arguments.get(0));
        if (!isAtLeast(arguments.get(1), 1) || (arguments.size() == 3 && !isAtLeast(arguments.get(2), 0))) {
            throw new Unparsable("substr from or to a place that is not known");
        }
        return Operand.of(new Call("substr", expressions(arguments)), ValueClass.TEXT);
    }

    private static Operand absolute(List<Operand> arguments) {
        Operand argument = only("abs", arguments);
        if (!argument.valueClass().isNumeric() && !argument.valueClass().isOpen()) {
            throw new Unparsable("abs of something that is no number");
        }
        return Operand.of(new Call("abs", expressions(arguments)), argument.valueClass());
    }

    private static Operand coalesce(String name, List<Operand> arguments) {
        count(name, arguments, 2, name.equals("ifnull") ? 2 : Integer.MAX_VALUE);
        ValueClass result = ValueClass.NULL;
        for (Operand argument : arguments) {
            if (!result.fits(argument.valueClass()) || argument.foldsCase()) {
                throw new Unparsable(name + " of several kinds of values");
            }
            result = result.either(argument.valueClass());
        }
        return Operand.of(new Call("coalesce", expressions(arguments)), result);
    }

    /** Of one kind only: between kinds SQLite orders by kind. */
    private static Operand extreme(String name, List<Operand> arguments) {
        count(name, arguments, 2, Integer.MAX_VALUE);
        ValueClass kind = arguments.get(0).valueClass();
        boolean comparable = kind == ValueClass.INTEGER || kind == ValueClass.REAL || kind == ValueClass.TEXT;
        if (!comparable || arguments.stream().anyMatch(a -> a.valueClass() != kind || a.foldsCase())) {
            throw new Unparsable(name + " of several kinds of values");
        }
        return Operand.of(new Call(name, expressions(arguments)), kind);
    }

    private static Operand nullIf(List<Operand> arguments) {
        count("nullif", arguments, 2, 2);
        Comparison.check(arguments.get(0), arguments.get(1));
        return Operand.of(
                new Call("nullif", expressions(arguments)), arguments.get(0).valueClass());
    }

    private static Operand choice(List<Operand> arguments) {
        count("iif", arguments, 3, 3);
        Operand yes = arguments.get(1);
        Operand no = arguments.get(2);
        if (!yes.valueClass().fits(no.valueClass())) {
            throw new Unparsable("iif gives several kinds of values");
        }
        Expression.When when = new Expression.When(arguments.get(0).asCondition(), yes.expression());
        return Operand.of(
                new Expression.Case(Optional.empty(), List.of(when), Optional.of(no.expression())),
                yes.valueClass().either(no.valueClass()));
    }

    private static Operand typeOf(List<Operand> arguments) {
        Operand argument = only("typeof", arguments);
        if (!(argument.expression() instanceof Expression.ColumnReference)) {
            throw new Unparsable("typeof of something that is no column");
        }
        return Operand.of(new Call("typeof", expressions(arguments)), ValueClass.TYPE_NAME);
    }

    private static Operand only(String name, List<Operand> arguments) {
        count(name, arguments, 1, 1);
        return arguments.get(0);
    }

    private static void checkText(Operand argument) {
        if (!argument.valueClass().isTextual()) {
            throw new Unparsable("a text function of something that is no text");
        }
    }

    private static boolean isAtLeast(Operand operand, long least) {
        return operand.expression() instanceof Expression.NumberLiteral number
                && NumberText.isWhole(number.digits())
                && Long.parseLong(number.digits()) >= least;
    }

    private static void count(String name, List<Operand> arguments, int least, int most) {
        if (arguments.size() < least || arguments.size() > most) {
            throw new Unparsable(name + " with " + arguments.size() + " arguments");
        }
    }

    private static List<Expression> expressions(List<Operand> arguments) {
        return arguments.stream().map(Operand::expression).toList();
    }
}
