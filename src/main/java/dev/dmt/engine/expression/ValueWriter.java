package dev.dmt.engine.expression;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes one expression: each node's kind decides how its parent may use it. */
final class ValueWriter {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

    private final WritingRules rules;
    private final Map<String, RenderedColumn> columns;
    private final boolean mayAskTheClock;
    private final Truths truths;
    private final Numbers numbers;
    private final ComparisonWriter comparisons;
    private final CallWriter calls;

    ValueWriter(WritingRules rules, Map<String, RenderedColumn> columns, boolean mayAskTheClock) {
        this.rules = rules;
        this.columns = columns;
        this.mayAskTheClock = mayAskTheClock;
        this.truths = new Truths(rules.truth());
        this.numbers = new Numbers(rules, truths);
        this.comparisons = new ComparisonWriter(rules, truths, numbers);
        this.calls = new CallWriter(rules, numbers);
    }

    /** As a value, for an index or a default. */
    String written(Expression expression) {
        return truths.value(phrase(expression)).sql();
    }

    String condition(Expression expression) {
        return truths.condition(phrase(expression));
    }

    /** As what a column of a type takes: only where the server then converts nothing, or exactly. */
    String assigned(Expression expression, LogicalType type) {
        Phrase phrase = phrase(expression);
        TypeKind wanted = type.kind();
        if (phrase.isNull() || phrase.is(wanted)) {
            return truths.value(phrase).sql();
        } else if (wanted == TypeKind.INTEGER && phrase.is(TypeKind.BOOLEAN)) {
            return numbers.number(phrase).sql();
        } else if (wanted == TypeKind.BOOLEAN && phrase.is(TypeKind.INTEGER)) {
            return truths.value(Phrase.condition(truths.condition(phrase))).sql();
        } else if (phrase.is(TypeKind.INTEGER) && (wanted == TypeKind.DECIMAL || wanted == TypeKind.FLOAT)) {
            return phrase.sql();
        } else if (wanted == TypeKind.FLOAT && phrase.is(TypeKind.DECIMAL)) {
            return rules.cast(phrase, type);
        }
        throw new Refusal("it yields a " + phrase.kindName() + ", but its column is a " + type);
    }

    /** A default's constant in the form of its column's type. */
    Phrase constant(Expression expression, LogicalType type) {
        if (expression instanceof Expression.TextLiteral literal && written(type.kind())) {
            String iso = type.kind() == TypeKind.UUID
                    ? literal.value()
                    : Moments.constant(literal.value(), type).constantText().orElseThrow();
            return Phrase.constant(rules.constant(iso, type), type);
        }
        return truths.value(phrase(expression));
    }

    private static boolean written(TypeKind kind) {
        return kind == TypeKind.DATE || kind == TypeKind.TIME || kind == TypeKind.TIMESTAMP || kind == TypeKind.UUID;
    }

    private Phrase phrase(Expression expression) {
        if (expression instanceof Expression.ColumnReference reference) {
            return column(reference.column());
        } else if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        } else if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        } else if (expression instanceof Expression.Call call) {
            return calls.call(
                    call.name(), call.arguments().stream().map(this::argument).toList());
        } else if (expression instanceof Expression.Cast cast) {
            return numbers.cast(phrase(cast.operand()), cast.type());
        } else if (expression instanceof Expression.Case choice) {
            return choice(choice);
        }
        return constant(expression).or(() -> predicate(expression)).orElseGet(() -> fleeting(expression));
    }

    private Phrase argument(Expression expression) {
        return truths.value(phrase(expression));
    }

    private Optional<Phrase> constant(Expression expression) {
        if (expression instanceof Expression.NullLiteral) {
            return Optional.of(Phrase.bareNull());
        } else if (expression instanceof Expression.BooleanLiteral literal) {
            return Optional.of(truths.constant(literal.value()));
        } else if (expression instanceof Expression.NumberLiteral literal) {
            return Optional.of(Numbers.constant(literal.digits()));
        } else if (expression instanceof Expression.TextLiteral literal) {
            return Optional.of(Phrase.constant(rules.text(literal.value()), Types.TEXT));
        } else if (expression instanceof Expression.BinaryLiteral literal) {
            return Optional.of(Phrase.constant(rules.binary(literal.hex()), Types.BINARY));
        }
        return Optional.empty();
    }

    /** What is another value each time it is asked for. */
    private Phrase fleeting(Expression expression) {
        if (expression instanceof Expression.NextValue next) {
            throw new Refusal("it draws from the sequence " + next.sequence() + ", which is not carried over");
        } else if (!mayAskTheClock) {
            throw new Refusal("its answer changes from one moment to the next");
        } else if (expression instanceof Expression.Now now) {
            return rules.now(now);
        } else if (expression instanceof Expression.NewUuid) {
            return Phrase.value(rules.newUuid(), Types.UUID);
        }
        throw new Refusal("dmt does not know how to say this in " + rules.engine());
    }

    private Phrase column(String name) {
        return Optional.ofNullable(columns.get(name))
                .map(rules::column)
                .map(phrase -> phrase.is(TypeKind.ENUMERATION) ? Phrase.value(phrase.sql(), Types.TEXT) : phrase)
                .orElseThrow(() -> new Refusal("it names the column " + name + ", which is not carried over"));
    }

    private Phrase unary(Expression.Unary unary) {
        Phrase operand = phrase(unary.operand());
        return switch (unary.operator()) {
            case "NOT" -> Phrase.condition("(NOT " + truths.condition(operand) + ")");
            case "+" -> operand;
            case "-" -> numbers.negated(operand);
            default -> throw new Refusal("the operator " + unary.operator() + " is unknown");
        };
    }

    private Phrase binary(Expression.Binary binary) {
        String operator = binary.operator();
        if (COMPARISONS.contains(operator)) {
            return compare(operator, binary.left(), binary.right());
        }
        Phrase left = phrase(binary.left());
        Phrase right = phrase(binary.right());
        return switch (operator) {
            case "AND", "OR" ->
                Phrase.condition("(" + truths.condition(left) + " " + operator + " " + truths.condition(right) + ")");
            case "||" -> Phrase.value(rules.joined(numbers.text(left), numbers.text(right)), Types.TEXT);
            case "+", "-", "*" -> numbers.compute(operator, left, right);
            case "/", "%" -> numbers.divide(operator, left, right);
            default -> throw new Refusal("the operator " + operator + " is unknown");
        };
    }

    private Phrase compare(String operator, Expression left, Expression right) {
        return comparisons.compare(operator, side(left), side(right));
    }

    private ComparisonWriter.Side side(Expression expression) {
        Optional<Phrase> trimmed = expression instanceof Expression.Call call
                        && call.name().equals("rtrim")
                        && call.arguments().size() == 1
                ? rules.withoutTrailingBlanks(argument(call.arguments().get(0)))
                : Optional.empty();
        return new ComparisonWriter.Side(expression, trimmed.orElseGet(() -> phrase(expression)));
    }

    private Optional<Phrase> predicate(Expression expression) {
        if (expression instanceof Expression.IsNull isNull) {
            String operand = truths.value(phrase(isNull.operand())).sql();
            return condition("(" + operand + (isNull.negated() ? " IS NOT NULL)" : " IS NULL)"), false);
        } else if (expression instanceof Expression.Between between) {
            String low = compare(">=", between.operand(), between.low()).sql();
            String high = compare("<=", between.operand(), between.high()).sql();
            return condition("(" + low + " AND " + high + ")", between.negated());
        } else if (expression instanceof Expression.InList list) {
            return Optional.of(in(list));
        } else if (expression instanceof Expression.Like like) {
            return condition(like(like), like.negated());
        } else if (expression instanceof Expression.Glob glob) {
            return condition(glob(glob), glob.negated());
        }
        return Optional.empty();
    }

    private Phrase in(Expression.InList list) {
        if (list.members().isEmpty()) {
            return truths.constant(list.negated());
        }
        String any = list.members().stream()
                .map(member -> compare("=", list.operand(), member).sql())
                .collect(Collectors.joining(" OR ", "(", ")"));
        return Phrase.condition(list.negated() ? "(NOT " + any + ")" : any);
    }

    private String like(Expression.Like like) {
        return "(" + rules.like(matched(like.operand()), pattern(like.pattern()), like.ignoreCase()) + ")";
    }

    private String glob(Expression.Glob glob) {
        return "(" + rules.glob(matched(glob.operand()), pattern(glob.pattern())) + ")";
    }

    private Phrase matched(Expression operand) {
        Phrase phrase = phrase(operand);
        if (!phrase.is(TypeKind.TEXT)) {
            throw new Refusal("a pattern is held against a " + phrase.kindName());
        }
        return phrase;
    }

    private static Expression.TextLiteral pattern(Expression pattern) {
        if (pattern instanceof Expression.TextLiteral literal) {
            return literal;
        }
        throw new Refusal("a pattern is no constant");
    }

    private static Optional<Phrase> condition(String sql, boolean negated) {
        return Optional.of(Phrase.condition(negated ? "(NOT " + sql + ")" : sql));
    }

    private Phrase choice(Expression.Case choice) {
        StringBuilder sql = new StringBuilder("(CASE");
        List<Phrase> results = new ArrayList<>();
        for (Expression.When when : choice.whens()) {
            Phrase condition = choice.operand()
                    .map(operand -> compare("=", operand, when.condition()))
                    .orElseGet(() -> phrase(when.condition()));
            Phrase result = argument(when.result());
            sql.append(" WHEN ")
                    .append(truths.condition(condition))
                    .append(" THEN ")
                    .append(result.sql());
            results.add(result);
        }
        choice.otherwise().map(this::argument).ifPresent(result -> {
            sql.append(" ELSE ").append(result.sql());
            results.add(result);
        });
        return new Phrase(sql.append(" END)").toString(), Numbers.commonType(results), Phrase.Form.VALUE);
    }
}
