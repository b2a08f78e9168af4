package dev.dmt.engine.expression;

import dev.dmt.schema.TypeKind;
import java.util.Locale;
import java.util.Optional;

/**
 * A piece of SQL that was written, and what it yields.
 *
 * @param kind empty for a bare NULL
 * @param form whether it is a constant as written, a value, or a condition
 */
public record Phrase(String sql, Optional<TypeKind> kind, Form form) {
    /** What a phrase is to an engine that keeps conditions apart from values. */
    public enum Form {
        CONSTANT,
        VALUE,
        CONDITION
    }

    public static Phrase value(String sql, TypeKind kind) {
        return new Phrase(sql, Optional.of(kind), Form.VALUE);
    }

    public static Phrase constant(String sql, TypeKind kind) {
        return new Phrase(sql, Optional.of(kind), Form.CONSTANT);
    }

    public static Phrase condition(String sql) {
        return new Phrase(sql, Optional.of(TypeKind.BOOLEAN), Form.CONDITION);
    }

    static Phrase bareNull() {
        return new Phrase("NULL", Optional.empty(), Form.CONSTANT);
    }

    public boolean is(TypeKind wanted) {
        return kind.filter(k -> k == wanted).isPresent();
    }

    public boolean isNull() {
        return kind.isEmpty();
    }

    public boolean constant() {
        return form == Form.CONSTANT;
    }

    public boolean numeric() {
        return is(TypeKind.INTEGER) || is(TypeKind.DECIMAL) || is(TypeKind.FLOAT);
    }

    public boolean temporal() {
        return is(TypeKind.DATE) || is(TypeKind.TIME) || is(TypeKind.TIMESTAMP);
    }

    public String kindName() {
        return kind.map(k -> k.name().toLowerCase(Locale.ROOT)).orElse("null");
    }
}
