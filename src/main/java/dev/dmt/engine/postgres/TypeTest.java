package dev.dmt.engine.postgres;

import dev.dmt.engine.postgres.SqlValue.Refusal;
import dev.dmt.schema.Expression;
import dev.dmt.schema.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What {@code typeof(column)} is compared with, answered by the column's type here where that decides it. */
final class TypeTest {
    private static final String NULL = "null";

    private TypeTest() {}

    /** Empty where the comparison is no such test. */
    static Optional<SqlValue> of(Expression.Binary binary, Function<Expression, SqlValue> values) {
        boolean equality = binary.operator().equals("=") || binary.operator().equals("<>");
        return equality && isTypeOf(binary.left())
                ? Optional.of(test(
                        binary.left(),
                        List.of(binary.right()),
                        binary.operator().equals("<>"),
                        values))
                : Optional.empty();
    }

    static Optional<SqlValue> of(Expression.InList list, Function<Expression, SqlValue> values) {
        return isTypeOf(list.operand())
                ? Optional.of(test(list.operand(), list.members(), list.negated(), values))
                : Optional.empty();
    }

    private static boolean isTypeOf(Expression expression) {
        return expression instanceof Expression.Call call && call.name().equals("typeof");
    }

    private static SqlValue test(
            Expression typeOf, List<Expression> names, boolean negated, Function<Expression, SqlValue> values) {
        SqlValue column = values.apply(((Expression.Call) typeOf).arguments().get(0));
        Set<String> wanted = new HashSet<>();
        for (Expression name : names) {
            if (!(name instanceof Expression.TextLiteral literal)) {
                throw new Refusal("typeof is compared with something that is no constant");
            }
            wanted.add(literal.value());
        }
        boolean nulls = wanted.remove(NULL);
        boolean matches = holds(column, wanted);
        String sql =
                matches ? nulls ? "TRUE" : column.sql() + " IS NOT NULL" : nulls ? column.sql() + " IS NULL" : "FALSE";
        return SqlValue.of(negated ? "(NOT (" + sql + "))" : "(" + sql + ")", TypeKind.BOOLEAN);
    }

    /** Whether all values of the column are of the wanted storage classes; refused where only some would be. */
    private static boolean holds(SqlValue column, Set<String> wanted) {
        Set<String> possible = storageClasses(column);
        if (wanted.containsAll(possible)) {
            return true;
        } else if (wanted.stream().noneMatch(possible::contains)) {
            return false;
        }
        throw new Refusal("typeof of a " + column.kindName() + " column, which cannot tell "
                + String.join(" or ", wanted) + " from the rest");
    }

    private static Set<String> storageClasses(SqlValue column) {
        if (column.is(TypeKind.INTEGER)) {
            return Set.of("integer");
        } else if (column.is(TypeKind.FLOAT)) {
            return Set.of("real");
        } else if (column.is(TypeKind.TEXT)) {
            return Set.of("text");
        } else if (column.is(TypeKind.BINARY)) {
            return Set.of("blob");
        } else if (column.is(TypeKind.UUID)) {
            return Set.of("text", "blob");
        }
        return Set.of("integer", "real", "text");
    }
}
