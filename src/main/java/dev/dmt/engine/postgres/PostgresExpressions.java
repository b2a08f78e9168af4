package dev.dmt.engine.postgres;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.engine.postgres.SqlValue.Refusal;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says an expression in PostgreSQL, or why it cannot be said exactly. Refuses rather than approximates. */
final class PostgresExpressions {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

    private final Map<String, RenderedColumn> columns;
    private final boolean mayAskTheClock;

    PostgresExpressions(Map<String, RenderedColumn> columns) {
        this(columns, true);
    }

    private PostgresExpressions(Map<String, RenderedColumn> columns, boolean mayAskTheClock) {
        this.columns = Map.copyOf(columns);
        this.mayAskTheClock = mayAskTheClock;
    }

    /** For what the server keeps: its answer for a row must not change with time. */
    static PostgresExpressions lasting(Map<String, RenderedColumn> columns) {
        return new PostgresExpressions(columns, false);
    }

    Rendering render(Expression expression) {
        return attempt(() -> value(expression).sql());
    }

    Rendering renderCondition(Expression expression) {
        return attempt(() -> value(expression).condition());
    }

    Rendering renderValue(Expression expression, LogicalType type) {
        return attempt(() -> value(expression).assignedTo(type.kind()));
    }

    private static Rendering attempt(Supplier<String> rendering) {
        try {
            return new Rendering.Sql(rendering.get());
        } catch (Refusal refusal) {
            return new Rendering.Refused(refusal.reason());
        }
    }

    private SqlValue value(Expression expression) {
        if (expression instanceof Expression.NullLiteral) {
            return SqlValue.bareNull();
        } else if (expression instanceof Expression.BooleanLiteral literal) {
            return SqlValue.constant(literal.value() ? "TRUE" : "FALSE", TypeKind.BOOLEAN);
        } else if (expression instanceof Expression.NumberLiteral literal) {
            return number(literal.digits());
        } else if (expression instanceof Expression.TextLiteral literal) {
            return text(literal.value());
        } else if (expression instanceof Expression.BinaryLiteral literal) {
            return SqlValue.constant("'\\x" + literal.hex() + "'::bytea", TypeKind.BINARY);
        } else if (expression instanceof Expression.Now now) {
            requireTheClock();
            return PresentMoment.of(now);
        } else if (expression instanceof Expression.NewUuid) {
            requireTheClock();
            return SqlValue.of("gen_random_uuid()", TypeKind.UUID);
        } else if (expression instanceof Expression.NextValue next) {
            return SqlValue.of(
                    "nextval(" + PostgresIdentifiers.literal(PostgresIdentifiers.quote(next.sequence()))
                            + "::regclass)",
                    TypeKind.INTEGER);
        } else if (expression instanceof Expression.ColumnReference reference) {
            return column(reference.column());
        } else if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        } else if (expression instanceof Expression.Binary binary) {
            Optional<SqlValue> typeTest = TypeTest.of(binary, this::value);
            return typeTest.isPresent()
                    ? typeTest.get()
                    : binary(binary.operator(), value(binary.left()), value(binary.right()));
        } else if (expression instanceof Expression.Call call) {
            return PostgresFunctions.call(
                    call.name(), call.arguments().stream().map(this::value).toList());
        } else if (expression instanceof Expression.Cast cast) {
            return cast(value(cast.operand()), cast.type());
        } else if (expression instanceof Expression.Case choice) {
            return choice(choice);
        }
        return predicate(expression);
    }

    private SqlValue predicate(Expression expression) {
        if (expression instanceof Expression.IsNull isNull) {
            return condition(value(isNull.operand()).sql() + (isNull.negated() ? " IS NOT NULL" : " IS NULL"), false);
        } else if (expression instanceof Expression.Between between) {
            SqlValue operand = value(between.operand());
            return condition(
                    SqlComparison.compare(">=", operand, value(between.low())).sql() + " AND "
                            + SqlComparison.compare("<=", operand, value(between.high()))
                                    .sql(),
                    between.negated());
        } else if (expression instanceof Expression.InList list) {
            Optional<SqlValue> typeTest = TypeTest.of(list, this::value);
            if (typeTest.isPresent()) {
                return typeTest.get();
            }
            SqlValue operand = value(list.operand());
            String any = list.members().stream()
                    .map(member ->
                            SqlComparison.compare("=", operand, value(member)).sql())
                    .collect(Collectors.joining(" OR "));
            return any.isEmpty()
                    ? SqlValue.of(list.negated() ? "TRUE" : "FALSE", TypeKind.BOOLEAN)
                    : condition(any, list.negated());
        } else if (expression instanceof Expression.Like like) {
            // Folding by the C collation touches ASCII letters alone; a backslash is a character like any other.
            String operator = like.ignoreCase() ? " COLLATE \"C\" ILIKE " : " LIKE ";
            return condition(
                    value(like.operand()).text() + operator
                            + value(like.pattern()).text() + " ESCAPE ''",
                    like.negated());
        } else if (expression instanceof Expression.Glob glob) {
            return glob(glob);
        }
        throw new Refusal("dmt does not know how to say this in PostgreSQL");
    }

    private void requireTheClock() {
        if (!mayAskTheClock) {
            throw new Refusal("its answer changes from one moment to the next");
        }
    }

    private SqlValue glob(Expression.Glob glob) {
        if (!(glob.pattern() instanceof Expression.TextLiteral pattern)) {
            throw new Refusal("a glob's pattern is not a constant");
        }
        return condition(
                value(glob.operand()).text() + " COLLATE \"C\" ~ "
                        + PostgresIdentifiers.literal(GlobPattern.regularExpression(pattern.value())),
                glob.negated());
    }

    private static SqlValue number(String digits) {
        boolean whole = digits.chars().allMatch(Character::isDigit);
        return SqlValue.constant(digits, whole ? TypeKind.INTEGER : TypeKind.DECIMAL);
    }

    private static SqlValue text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new Refusal("a text holds a NUL character");
        }
        return SqlValue.constant(PostgresIdentifiers.literal(value), TypeKind.TEXT);
    }

    private SqlValue column(String name) {
        return Optional.ofNullable(columns.get(name))
                .map(column -> SqlValue.of(PostgresIdentifiers.quote(column.targetName()), kind(column.type())))
                .orElseThrow(() -> new Refusal("it names the column " + name + ", which is not carried over"));
    }

    /** An enumeration without a name of its own is a text here. */
    private static TypeKind kind(LogicalType type) {
        return type instanceof LogicalType.Enumeration members && members.name().isEmpty()
                ? TypeKind.TEXT
                : type.kind();
    }

    private SqlValue unary(Expression.Unary unary) {
        SqlValue operand = value(unary.operand());
        return switch (unary.operator()) {
            case "NOT" -> condition(operand.condition(), true);
            case "+" -> operand;
            case "-" -> {
                SqlValue number = operand.number();
                yield new SqlValue("(-" + number.sql() + ")", number.kind(), number.literal());
            }
            default -> throw new Refusal("the operator " + unary.operator() + " is unknown");
        };
    }

    private static SqlValue binary(String operator, SqlValue left, SqlValue right) {
        if (COMPARISONS.contains(operator)) {
            return SqlComparison.compare(operator, left, right);
        }
        return switch (operator) {
            case "AND", "OR" -> condition(left.condition() + " " + operator + " " + right.condition(), false);
            case "||" -> SqlValue.of("(" + concatenable(left) + " || " + concatenable(right) + ")", TypeKind.TEXT);
            case "+", "-", "*" -> arithmetic(operator, left.number(), right.number());
            case "/", "%" -> division(operator, left.number(), right.number());
            default -> throw new Refusal("the operator " + operator + " is unknown");
        };
    }

    private static SqlValue arithmetic(String operator, SqlValue left, SqlValue right) {
        boolean floating = left.is(TypeKind.FLOAT) || right.is(TypeKind.FLOAT) || mixed(left, right);
        TypeKind kind = floating
                ? TypeKind.FLOAT
                : left.is(TypeKind.DECIMAL) || right.is(TypeKind.DECIMAL) ? TypeKind.DECIMAL : TypeKind.INTEGER;
        return SqlValue.of("(" + floated(left, floating) + " " + operator + " " + floated(right, floating) + ")", kind);
    }

    /** A whole number with a broken constant: the sources compute that in floating point. */
    private static boolean mixed(SqlValue left, SqlValue right) {
        return (left.is(TypeKind.INTEGER) && right.is(TypeKind.DECIMAL) && right.literal())
                || (right.is(TypeKind.INTEGER) && left.is(TypeKind.DECIMAL) && left.literal());
    }

    private static String floated(SqlValue value, boolean floating) {
        return floating && !value.is(TypeKind.FLOAT) ? value.sql() + "::double precision" : value.sql();
    }

    /** Dividing by zero is NULL in the sources and an error here. */
    private static SqlValue division(String operator, SqlValue left, SqlValue right) {
        boolean whole = (left.is(TypeKind.INTEGER) || left.isNull()) && (right.is(TypeKind.INTEGER) || right.isNull());
        if (operator.equals("%") && !whole) {
            throw new Refusal("a remainder of broken numbers");
        }
        if (left.is(TypeKind.DECIMAL) || (right.is(TypeKind.DECIMAL) && !right.literal())) {
            throw new Refusal("a division of decimals, which is rounded differently");
        }
        boolean floating = !whole;
        return SqlValue.of(
                "(" + floated(left, floating) + " " + operator + " NULLIF(" + floated(right, floating) + ", 0))",
                floating ? TypeKind.FLOAT : TypeKind.INTEGER);
    }

    private static String concatenable(SqlValue value) {
        return value.is(TypeKind.INTEGER) ? "(" + value.sql() + ")::text" : value.text();
    }

    private static SqlValue cast(SqlValue operand, LogicalType type) {
        TypeKind wanted = type.kind();
        if ((operand.is(wanted) && wanted != TypeKind.DECIMAL) || operand.isNull()) {
            return operand;
        }
        if (wanted == TypeKind.DECIMAL && operand.literal() && operand.numeric()) {
            return SqlValue.of(operand.sql(), wanted);
        } else if (wanted == TypeKind.TEXT && operand.is(TypeKind.UUID)) {
            return SqlValue.of(operand.sql() + "::text", wanted);
        }
        return switch (wanted) {
            case INTEGER ->
                operand.is(TypeKind.BOOLEAN)
                        ? operand.number()
                        : SqlValue.of("trunc(" + operand.number().sql() + ")::bigint", wanted);
            case FLOAT -> SqlValue.of(operand.number().sql() + "::double precision", wanted);
            case TEXT -> SqlValue.of(concatenable(operand), wanted);
            case BOOLEAN,
                    DECIMAL,
                    BINARY,
                    DATE,
                    TIME,
                    TIMESTAMP,
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
                    UNKNOWN -> throw new Refusal("a cast from " + operand.kindName() + " to " + type);
        };
    }

    private SqlValue choice(Expression.Case choice) {
        Optional<SqlValue> operand = choice.operand().map(this::value);
        StringBuilder sql = new StringBuilder("(CASE");
        List<SqlValue> results = new ArrayList<>();
        for (Expression.When when : choice.whens()) {
            SqlValue condition = value(when.condition());
            SqlValue result = value(when.result());
            sql.append(" WHEN ")
                    .append(operand.map(o ->
                                    SqlComparison.compare("=", o, condition).sql())
                            .orElseGet(condition::condition))
                    .append(" THEN ")
                    .append(result.sql());
            results.add(result);
        }
        choice.otherwise().map(this::value).ifPresent(result -> {
            sql.append(" ELSE ").append(result.sql());
            results.add(result);
        });
        return new SqlValue(sql.append(" END)").toString(), PostgresFunctions.commonKind(results), false);
    }

    private static SqlValue condition(String sql, boolean negated) {
        return SqlValue.of(negated ? "(NOT (" + sql + "))" : "(" + sql + ")", TypeKind.BOOLEAN);
    }
}
