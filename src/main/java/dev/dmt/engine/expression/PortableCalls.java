package dev.dmt.engine.expression;

import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions that the servers share under one name or another. What an engine means otherwise, its rules say first. */
public final class PortableCalls {
    private final Reading reading;

    PortableCalls(Reading reading) {
        this.reading = reading;
    }

    /** Throws {@link Refusal} for a function that is not among them. */
    Operand call(String name, List<Operand> arguments) {
        return switch (name) {
            case "lower", "lcase" -> folded("lowercase", arguments);
            case "upper", "ucase" -> folded("uppercase", arguments);
            case "char_length", "character_length" -> length(arguments);
            case "abs" -> absolute(arguments);
            case "coalesce" -> coalesce(arguments);
            case "concat" -> concatenated(arguments);
            case "nullif" -> nullIf(arguments);
            case "trim", "btrim", "ltrim", "rtrim" -> trimmed(name, arguments);
            case "replace" -> ofExactTexts("replace", arguments, 3, Types.TEXT);
            case "instr", "strpos", "position" -> ofExactTexts("instr", arguments, 2, Types.WHOLE);
            case "substr", "substring", "mid" -> substring(arguments);
            case "mod" -> {
                count(name, arguments, 2, 2);
                yield new Arithmetic(reading).remainder(arguments.get(0), arguments.get(1));
            }
            default -> throw unknown(name);
        };
    }

    static Refusal unknown(String name) {
        return new Refusal("the function " + name + " has no exact counterpart elsewhere");
    }

    private Operand folded(String name, List<Operand> arguments) {
        count(name, arguments, 1, 1);
        reading.notes().add("letters beyond ASCII become " + name + " as the target folds them");
        return Operand.call(name, texts(arguments), Types.TEXT);
    }

    /** Characters of a text, bytes of a binary value. */
    public static Operand length(List<Operand> arguments) {
        count("length", arguments, 1, 1);
        Operand argument = arguments.get(0);
        if (!argument.is(TypeKind.TEXT) && !argument.is(TypeKind.BINARY)) {
            throw new Refusal("the length of a " + argument.kindName());
        }
        return Operand.of(new Expression.Call("length", List.of(argument.expression())), Types.WHOLE);
    }

    private static Operand absolute(List<Operand> arguments) {
        count("abs", arguments, 1, 1);
        if (!arguments.get(0).numeric() || arguments.get(0).is(TypeKind.BOOLEAN)) {
            throw new Refusal("abs of a " + arguments.get(0).kindName());
        }
        return Operand.call("abs", arguments, arguments.get(0).type().orElseThrow());
    }

    /** Also what is called ifnull, nvl or isnull where those mean the same. */
    public static Operand coalesce(List<Operand> arguments) {
        count("coalesce", arguments, 2, Integer.MAX_VALUE);
        Optional<LogicalType> type = Branches.commonType(arguments);
        return new Operand(
                new Expression.Call(
                        "coalesce", arguments.stream().map(Operand::expression).toList()),
                type,
                Branches.collation(arguments));
    }

    /** One of two values, by a condition. */
    public static Operand choice(List<Operand> arguments) {
        count("if", arguments, 3, 3);
        Expression.When when = new Expression.When(
                Comparisons.asCondition(arguments.get(0)), arguments.get(1).expression());
        return CaseParser.choice(List.of(when), arguments.subList(1, 3), Optional.of(arguments.get(2)));
    }

    /** A binary constant from its hex digits. */
    public static Operand binary(Operand digits) {
        String hex = digits.constantText().orElse("?").toLowerCase(Locale.ROOT);
        if (!hex.matches("([0-9a-f]{2})+")) {
            throw new Refusal("a binary constant has broken digits");
        }
        return Operand.of(new Expression.BinaryLiteral(hex), Types.BINARY);
    }

    /** The first characters of a text. */
    public static Operand left(List<Operand> arguments) {
        count("left", arguments, 2, 2);
        if (!arguments.get(0).is(TypeKind.TEXT)
                || arguments.get(1).constantWhole().isEmpty()) {
            throw new Refusal("left of a length that is not known");
        }
        Operand one = Operand.of(new Expression.NumberLiteral("1"), Types.WHOLE);
        return Operand.call("substr", List.of(arguments.get(0), one, arguments.get(1)), Types.TEXT);
    }

    private Operand nullIf(List<Operand> arguments) {
        count("nullif", arguments, 2, 2);
        Operand first = arguments.get(0);
        Operand equal = new Comparisons(reading).compare("=", first, arguments.get(1));
        boolean plain = equal.expression() instanceof Expression.Binary binary
                && binary.left().equals(first.expression());
        if (!plain) {
            throw new Refusal("nullif by the collation " + first.collation().name());
        }
        return new Operand(
                new Expression.Call(
                        "nullif", List.of(first.expression(), ((Expression.Binary) equal.expression()).right())),
                first.type(),
                first.collation());
    }

    /** The present moment as the clocks of a zone show it. */
    public static Operand inZone(Operand moment, Operand zone) {
        return Moments.inZone(moment, zone);
    }

    /** The smallest or largest; of engines whose answer is NULL where one of the values is. */
    public static Operand extreme(String name, List<Operand> arguments) {
        count(name, arguments, 2, Integer.MAX_VALUE);
        LogicalType type = Branches.commonType(arguments).orElseThrow(() -> new Refusal(name + " of NULLs"));
        if (type.kind() != TypeKind.INTEGER && type.kind() != TypeKind.FLOAT) {
            throw new Refusal(name + " of values that are no plain numbers");
        }
        return Operand.call(name, arguments, type);
    }

    private Operand concatenated(List<Operand> arguments) {
        count("concat", arguments, 1, Integer.MAX_VALUE);
        Arithmetic arithmetic = new Arithmetic(reading);
        List<Operand> texts = arguments.stream().map(this::concatenable).toList();
        Operand joined = texts.get(0);
        for (Operand next : texts.subList(1, texts.size())) {
            joined = arithmetic.join(joined, next);
        }
        return joined;
    }

    private Operand concatenable(Operand argument) {
        if (!reading.has(Trait.CONCAT_SKIPS_NULLS) || argument.constant()) {
            return argument;
        }
        Operand text = argument.is(TypeKind.TEXT) ? argument : Casts.cast(argument, Types.TEXT);
        return Operand.call("coalesce", List.of(text, Operand.text("")), Types.TEXT);
    }

    private Operand trimmed(String name, List<Operand> arguments) {
        count(name, arguments, 1, 1);
        return text(Operand.call(name.equals("btrim") ? "trim" : name, texts(arguments), Types.TEXT));
    }

    private Operand ofExactTexts(String name, List<Operand> arguments, int wanted, LogicalType type) {
        count(name, arguments, wanted, wanted);
        for (Operand argument : texts(arguments)) {
            if (!argument.collation().exact()) {
                throw new Refusal(
                        name + " by the collation " + argument.collation().name());
            }
        }
        if (isEmpty(arguments.get(0)) || isEmpty(arguments.get(1))) {
            throw new Refusal(name + " with an empty text");
        }
        Operand call = Operand.call(name, arguments, type);
        return type.kind() == TypeKind.TEXT ? text(call) : call;
    }

    private static boolean isEmpty(Operand argument) {
        return argument.constantText().filter(String::isEmpty).isPresent();
    }

    private Operand substring(List<Operand> arguments) {
        count("substr", arguments, 2, 3);
        texts(arguments.subList(0, 1));
        boolean known =
                arguments.get(1).constantWhole().filter(from -> from >= 1).isPresent()
                        && (arguments.size() == 2
                                || arguments.get(2).constantWhole().isPresent());
        if (!known) {
            throw new Refusal("substr from or to a place that is not known");
        }
        Operand call = Operand.call("substr", arguments, Types.TEXT);
        boolean beginning =
                arguments.get(1).constantWhole().filter(from -> from == 1).isPresent()
                        && (arguments.size() == 2
                                || arguments
                                        .get(2)
                                        .constantWhole()
                                        .filter(length -> length > 0)
                                        .isPresent());
        return beginning ? call : text(call);
    }

    /** Where an empty text is NULL, so is an empty answer. */
    private Operand text(Operand call) {
        return reading.has(Trait.EMPTY_IS_NULL)
                ? call.as(new Expression.Call("nullif", List.of(call.expression(), new Expression.TextLiteral(""))))
                : call;
    }

    private static List<Operand> texts(List<Operand> arguments) {
        for (Operand argument : arguments) {
            if (!argument.is(TypeKind.TEXT)) {
                throw new Refusal("a text function of a " + argument.kindName());
            }
        }
        return new ArrayList<>(arguments);
    }

    /** Refuses a call with too few or too many arguments. */
    public static void count(String name, List<Operand> arguments, int least, int most) {
        if (arguments.size() < least || arguments.size() > most) {
            throw new Refusal(name + " with " + arguments.size() + " arguments");
        }
    }
}
