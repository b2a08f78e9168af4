package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.Expression;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.stream.Collectors;

/** Says an expression in SQLite again, leaving nothing to precedence. */
final class FullyParenthesised {
    private FullyParenthesised() {}

    static String sql(Expression expression) {
        return "(" + bare(expression) + ")";
    }

    private static String bare(Expression expression) {
        if (expression instanceof Expression.NullLiteral) {
            return "NULL";
        } else if (expression instanceof Expression.BooleanLiteral literal) {
            return literal.value() ? "1" : "0";
        } else if (expression instanceof Expression.NumberLiteral literal) {
            return literal.digits();
        } else if (expression instanceof Expression.TextLiteral literal) {
            return "'" + literal.value().replace("'", "''") + "'";
        } else if (expression instanceof Expression.BinaryLiteral literal) {
            return "x'" + literal.hex() + "'";
        } else if (expression instanceof Expression.ColumnReference reference) {
            return '"' + reference.column().replace("\"", "\"\"") + '"';
        } else if (expression instanceof Expression.Unary unary) {
            return unary.operator() + " " + sql(unary.operand());
        } else if (expression instanceof Expression.Binary binary) {
            return sql(binary.left()) + " " + binary.operator() + " " + sql(binary.right());
        } else if (expression instanceof Expression.Call call) {
            return call.name() + list(call.arguments());
        } else if (expression instanceof Expression.Cast cast) {
            String type = cast.type().kind() == TypeKind.FLOAT
                    ? "REAL"
                    : cast.type().kind() == TypeKind.TEXT ? "TEXT" : "INTEGER";
            return "CAST(" + sql(cast.operand()) + " AS " + type + ")";
        } else if (expression instanceof Expression.Case choice) {
            return choice(choice);
        }
        return predicate(expression);
    }

    private static String predicate(Expression expression) {
        if (expression instanceof Expression.IsNull isNull) {
            return sql(isNull.operand()) + (isNull.negated() ? " IS NOT NULL" : " IS NULL");
        } else if (expression instanceof Expression.Between between) {
            return sql(between.operand()) + not(between.negated()) + " BETWEEN " + sql(between.low()) + " AND "
                    + sql(between.high());
        } else if (expression instanceof Expression.InList in) {
            return sql(in.operand()) + not(in.negated()) + " IN " + list(in.members());
        } else if (expression instanceof Expression.Like like) {
            return sql(like.operand()) + not(like.negated()) + " LIKE " + sql(like.pattern());
        } else if (expression instanceof Expression.Glob glob) {
            return sql(glob.operand()) + not(glob.negated()) + " GLOB " + sql(glob.pattern());
        }
        throw new AssertionError("cannot say " + expression);
    }

    private static String choice(Expression.Case choice) {
        StringBuilder out = new StringBuilder("CASE ");
        choice.operand().ifPresent(operand -> out.append(sql(operand)));
        choice.whens()
                .forEach(w -> out.append(" WHEN ")
                        .append(sql(w.condition()))
                        .append(" THEN ")
                        .append(sql(w.result())));
        choice.otherwise().ifPresent(otherwise -> out.append(" ELSE ").append(sql(otherwise)));
        return out.append(" END").toString();
    }

    private static String list(List<Expression> members) {
        return members.stream().map(FullyParenthesised::sql).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String not(boolean negated) {
        return negated ? " NOT" : "";
    }
}
