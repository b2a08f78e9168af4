package dev.dmt.engine.expression;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The portable functions by the names that an engine has for them. */
record CallWriter(WritingRules rules, Numbers numbers) {
    Phrase call(String name, List<Phrase> arguments) {
        return rules.call(name, arguments).orElseGet(() -> shared(name, arguments));
    }

    private Phrase shared(String name, List<Phrase> arguments) {
        return switch (name) {
            case "lower", "upper", "lowercase", "uppercase", "trim", "ltrim", "rtrim" -> ofTexts(name, arguments, 1);
            case "replace" -> ofTexts(name, arguments, 3);
            case "instr" -> Phrase.value(ofTexts(name, arguments, 2).sql(), Types.WHOLE);
            case "substr" -> substring(arguments);
            case "length" -> length(arguments);
            case "abs" -> {
                Phrase number = numbers.number(only(name, arguments));
                yield new Phrase("ABS(" + number.sql() + ")", number.type(), Phrase.Form.VALUE);
            }
            case "coalesce", "ifnull" ->
                new Phrase("COALESCE(" + joined(arguments) + ")", Numbers.commonType(arguments), Phrase.Form.VALUE);
            case "nullif" -> nullIf(arguments);
            case "min", "max" -> extreme(name, arguments);
            case "json_valid" -> jsonValid(only(name, arguments));
            case "date" -> date(only(name, arguments));
            default -> throw unknown(name);
        };
    }

    private Refusal unknown(String name) {
        return new Refusal("the function " + name + " has no exact counterpart in " + rules.engine());
    }

    private String named(String name) {
        String known = rules.functions().get(name);
        if (known == null) {
            throw unknown(name);
        }
        return known;
    }

    private Phrase ofTexts(String name, List<Phrase> arguments, int wanted) {
        count(name, arguments, wanted, wanted);
        String texts = arguments.stream().map(numbers::text).collect(Collectors.joining(", "));
        return Phrase.value(named(name) + "(" + texts + ")", Types.TEXT);
    }

    private Phrase substring(List<Phrase> arguments) {
        count("substr", arguments, 2, 3);
        for (Phrase position : arguments.subList(1, arguments.size())) {
            if (!position.constant()
                    || !position.is(TypeKind.INTEGER)
                    || position.sql().startsWith("(")) {
                throw new Refusal("substr is given a position that is not a plain number");
            }
        }
        if (arguments.get(1).sql().equals("0")) {
            throw new Refusal("substr starts at 0");
        }
        String rest = arguments.stream().skip(1).map(p -> ", " + p.sql()).collect(Collectors.joining());
        return Phrase.value(named("substr") + "(" + numbers.text(arguments.get(0)) + rest + ")", Types.TEXT);
    }

    private Phrase length(List<Phrase> arguments) {
        Phrase argument = only("length", arguments);
        if (!argument.is(TypeKind.TEXT) && !argument.is(TypeKind.BINARY)) {
            throw new Refusal("the length of a " + argument.kindName());
        }
        String name = named(argument.is(TypeKind.TEXT) ? "length" : "bytes");
        return Phrase.value(name + "(" + argument.sql() + ")", Types.WHOLE);
    }

    /** NULLIF would compare texts by a collation. */
    private Phrase nullIf(List<Phrase> arguments) {
        count("nullif", arguments, 2, 2);
        Phrase value = arguments.get(0);
        Phrase other = arguments.get(1);
        boolean numeric = value.numeric() && other.numeric();
        boolean texts = value.is(TypeKind.TEXT) && other.is(TypeKind.TEXT);
        if (!numeric && !texts) {
            throw new Refusal("nullif of a " + value.kindName() + " and a " + other.kindName());
        }
        String sql = numeric
                ? "NULLIF(" + joined(arguments) + ")"
                : "(CASE WHEN " + rules.compareTexts("=", value, other) + " THEN NULL ELSE " + value.sql() + " END)";
        return new Phrase(sql, value.type(), Phrase.Form.VALUE);
    }

    private Phrase extreme(String name, List<Phrase> arguments) {
        Optional<LogicalType> type = arguments.get(0).type();
        boolean known =
                arguments.get(0).is(TypeKind.INTEGER) || arguments.get(0).is(TypeKind.FLOAT);
        if (!known || arguments.stream().anyMatch(a -> !a.is(type.orElseThrow().kind()))) {
            throw new Refusal("min or max of several kinds of values");
        }
        return new Phrase(named(name) + "(" + joined(arguments) + ")", type, Phrase.Form.VALUE);
    }

    private Phrase jsonValid(Phrase argument) {
        if (!argument.is(TypeKind.JSON)) {
            throw new Refusal("json_valid is asked of a column that is not JSON");
        }
        return Phrase.value("(CASE WHEN " + argument.sql() + " IS NOT NULL THEN 1 END)", Types.BOOLEAN);
    }

    private static Phrase date(Phrase argument) {
        if (argument.is(TypeKind.DATE)) {
            return argument;
        }
        throw new Refusal("date() of a " + argument.kindName());
    }

    private static Phrase only(String name, List<Phrase> arguments) {
        count(name, arguments, 1, 1);
        return arguments.get(0);
    }

    private static void count(String name, List<Phrase> arguments, int fewest, int most) {
        if (arguments.size() < fewest || arguments.size() > most) {
            throw new Refusal(name + " has " + arguments.size() + " arguments");
        }
    }

    private static String joined(List<Phrase> arguments) {
        return arguments.stream().map(Phrase::sql).collect(Collectors.joining(", "));
    }
}
