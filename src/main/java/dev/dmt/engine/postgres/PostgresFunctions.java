package dev.dmt.engine.postgres;

import dev.dmt.engine.postgres.SqlValue.Refusal;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The portable functions, each only where PostgreSQL's has the very same meaning. */
final class PostgresFunctions {
    private PostgresFunctions() {}

    static SqlValue call(String name, List<SqlValue> arguments) {
        return switch (name) {
            // The sources fold ASCII letters alone; so does the C collation.
            case "lower", "upper" -> text(name + "(" + only(name, arguments).text() + " COLLATE \"C\")");
            case "lowercase" -> text("lower(" + only(name, arguments).text() + ")");
            case "uppercase" -> text("upper(" + only(name, arguments).text() + ")");
            case "length" -> length(only(name, arguments));
            case "abs" -> {
                SqlValue number = only(name, arguments).number();
                yield new SqlValue("abs(" + number.sql() + ")", number.kind(), false);
            }
            case "coalesce", "ifnull" -> coalesce(arguments);
            case "nullif" -> {
                expect(name, arguments, 2, 2);
                SqlComparison.compare("=", arguments.get(0), arguments.get(1));
                yield new SqlValue(
                        "nullif(" + joined(arguments) + ")", arguments.get(0).kind(), false);
            }
            case "min" -> extreme("least", arguments);
            case "max" -> extreme("greatest", arguments);
            case "trim" -> text("btrim(" + texts(name, arguments, 1, 2) + ")");
            case "ltrim", "rtrim" -> text(name + "(" + texts(name, arguments, 1, 2) + ")");
            case "replace" -> text("replace(" + texts(name, arguments, 3, 3) + ")");
            case "instr" -> SqlValue.of("strpos(" + texts(name, arguments, 2, 2) + ")", TypeKind.INTEGER);
            case "substr", "substring" -> substring(arguments);
            case "json_valid" -> jsonValid(only(name, arguments));
            case "date" -> date(only(name, arguments));
            default -> throw new Refusal("the function " + name + " has no exact counterpart in PostgreSQL");
        };
    }

    /** NULL where one of them is NULL; least and greatest alone would pass it over. */
    private static SqlValue extreme(String name, List<SqlValue> arguments) {
        Optional<TypeKind> kind = arguments.get(0).kind();
        boolean known = arguments.get(0).is(TypeKind.INTEGER)
                || arguments.get(0).is(TypeKind.FLOAT)
                || arguments.get(0).is(TypeKind.TEXT);
        if (!known || arguments.stream().anyMatch(a -> !a.kind().equals(kind))) {
            throw new Refusal("min or max of several kinds of values");
        }
        String collation = arguments.get(0).is(TypeKind.TEXT) ? " COLLATE \"C\"" : "";
        String present = arguments.stream().map(a -> a.sql() + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return new SqlValue(
                "(CASE WHEN " + present + " THEN " + name + "("
                        + arguments.stream().map(a -> a.sql() + collation).collect(Collectors.joining(", ")) + ") END)",
                kind,
                false);
    }

    private static SqlValue length(SqlValue argument) {
        if (argument.is(TypeKind.BINARY)) {
            return SqlValue.of("octet_length(" + argument.sql() + ")", TypeKind.INTEGER);
        }
        return SqlValue.of("char_length(" + argument.text() + ")", TypeKind.INTEGER);
    }

    private static SqlValue coalesce(List<SqlValue> arguments) {
        Optional<TypeKind> kind = commonKind(arguments);
        return new SqlValue("COALESCE(" + joined(arguments) + ")", kind, false);
    }

    /** The kind that all branches of an expression share; whole numbers may stand among other numbers. */
    static Optional<TypeKind> commonKind(List<SqlValue> values) {
        Optional<TypeKind> common = Optional.empty();
        for (SqlValue value : values) {
            if (value.isNull() || value.kind().equals(common)) {
                continue;
            }
            boolean bothNumbers = value.numeric() && new SqlValue("", common, false).numeric();
            if (common.isPresent() && !bothNumbers) {
                throw new Refusal(
                        "branches yield " + new SqlValue("", common, false).kindName() + " and " + value.kindName());
            }
            common = common.isPresent() && value.is(TypeKind.INTEGER) ? common : value.kind();
        }
        return common;
    }

    /** Positions count from 1 in both; what comes before the first is counted differently. */
    private static SqlValue substring(List<SqlValue> arguments) {
        expect("substr", arguments, 2, 3);
        for (SqlValue position : arguments.subList(1, arguments.size())) {
            if (!position.literal()
                    || !position.is(TypeKind.INTEGER)
                    || position.sql().startsWith("(")) {
                throw new Refusal("substr is given a position that is not a plain number");
            }
        }
        if (arguments.get(1).sql().equals("0")) {
            throw new Refusal("substr starts at 0");
        }
        return text("substr(" + arguments.get(0).text()
                + arguments.stream().skip(1).map(a -> ", " + a.sql()).collect(Collectors.joining()) + ")");
    }

    private static SqlValue jsonValid(SqlValue argument) {
        if (!argument.is(TypeKind.JSON)) {
            throw new Refusal("json_valid is asked of a column that is not JSON");
        }
        return SqlValue.of("(CASE WHEN " + argument.sql() + " IS NOT NULL THEN TRUE END)", TypeKind.BOOLEAN);
    }

    private static SqlValue date(SqlValue argument) {
        if (argument.is(TypeKind.DATE)) {
            return argument;
        }
        throw new Refusal("date() of a " + argument.kindName());
    }

    private static SqlValue only(String name, List<SqlValue> arguments) {
        expect(name, arguments, 1, 1);
        return arguments.get(0);
    }

    private static String texts(String name, List<SqlValue> arguments, int fewest, int most) {
        expect(name, arguments, fewest, most);
        return arguments.stream().map(SqlValue::text).collect(Collectors.joining(", "));
    }

    private static void expect(String name, List<SqlValue> arguments, int fewest, int most) {
        if (arguments.size() < fewest || arguments.size() > most) {
            throw new Refusal(name + " has " + arguments.size() + " arguments");
        }
    }

    private static String joined(List<SqlValue> arguments) {
        return arguments.stream().map(SqlValue::sql).collect(Collectors.joining(", "));
    }

    private static SqlValue text(String sql) {
        return SqlValue.of(sql, TypeKind.TEXT);
    }
}
