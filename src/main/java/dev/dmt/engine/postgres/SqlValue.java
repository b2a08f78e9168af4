package dev.dmt.engine.postgres;

import dev.dmt.schema.TypeKind;
import java.util.Optional;

/**
 * A rendered expression and what it yields.
 *
 * @param kind empty for a bare NULL
 * @param literal true for a constant as written
 */
record SqlValue(String sql, Optional<TypeKind> kind, boolean literal) {
    static SqlValue of(String sql, TypeKind kind) {
        return new SqlValue(sql, Optional.of(kind), false);
    }

    static SqlValue constant(String sql, TypeKind kind) {
        return new SqlValue(sql, Optional.of(kind), true);
    }

    static SqlValue bareNull() {
        return new SqlValue("NULL", Optional.empty(), true);
    }

    boolean is(TypeKind wanted) {
        return kind.filter(k -> k == wanted).isPresent();
    }

    boolean isNull() {
        return kind.isEmpty();
    }

    boolean numeric() {
        return is(TypeKind.INTEGER) || is(TypeKind.DECIMAL) || is(TypeKind.FLOAT);
    }

    boolean temporal() {
        return is(TypeKind.DATE) || is(TypeKind.TIME) || is(TypeKind.TIMESTAMP);
    }

    String kindName() {
        return kind.map(k -> k.name().toLowerCase(java.util.Locale.ROOT)).orElse("null");
    }

    /** As a condition: numbers are true where they are not zero. */
    String condition() {
        if (is(TypeKind.BOOLEAN)) {
            return sql;
        } else if (isNull()) {
            return "NULL::boolean";
        } else if (numeric()) {
            return "(" + sql + " <> 0)";
        }
        throw new Refusal("a value of type " + kindName() + " is used as a condition");
    }

    /** As what a column of a kind takes: only where the server then converts nothing, or exactly. */
    String assignedTo(TypeKind wanted) {
        if (isNull() || is(wanted)) {
            return sql;
        } else if (wanted == TypeKind.INTEGER && is(TypeKind.BOOLEAN)) {
            return number().sql();
        } else if (wanted == TypeKind.BOOLEAN && is(TypeKind.INTEGER)) {
            return condition();
        } else if (is(TypeKind.INTEGER) && (wanted == TypeKind.DECIMAL || wanted == TypeKind.FLOAT)) {
            return sql;
        } else if (wanted == TypeKind.FLOAT && is(TypeKind.DECIMAL)) {
            return "(" + sql + ")::double precision";
        }
        throw new Refusal("it yields a " + kindName() + ", but its column is a "
                + wanted.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** As a number: conditions count as 0 and 1, and whole numbers are widened, so that no sum overflows early. */
    SqlValue number() {
        if (is(TypeKind.BOOLEAN)) {
            return of("(" + sql + ")::integer::bigint", TypeKind.INTEGER);
        } else if (is(TypeKind.INTEGER)) {
            return literal ? this : of(sql + "::bigint", TypeKind.INTEGER);
        } else if (numeric() || isNull()) {
            return this;
        }
        throw new Refusal("a value of type " + kindName() + " is used as a number");
    }

    String text() {
        if (is(TypeKind.TEXT) || isNull()) {
            return sql;
        }
        throw new Refusal("a value of type " + kindName() + " is used as text");
    }

    /** Why an expression has no exact counterpart. Never leaves this room, so without a stack trace. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
