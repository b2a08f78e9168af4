package dev.dmt.engine.expression;

import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.Locale;
import java.util.Optional;

/**
 * A piece of SQL that was written, and what it yields.
 *
 * @param type empty for a bare NULL
 * @param form whether it is a constant as written, a value, or a condition
 */
public record Phrase(String sql, Optional<LogicalType> type, Form form) {
    /** What a phrase is to an engine that keeps conditions apart from values. */
    public enum Form {
        CONSTANT,
        VALUE,
        CONDITION
    }

    public static Phrase value(String sql, LogicalType type) {
        return new Phrase(sql, Optional.of(type), Form.VALUE);
    }

    public static Phrase constant(String sql, LogicalType type) {
        return new Phrase(sql, Optional.of(type), Form.CONSTANT);
    }

    public static Phrase condition(String sql) {
        return new Phrase(sql, Optional.of(Types.BOOLEAN), Form.CONDITION);
    }

    public static Phrase bareNull() {
        return new Phrase("NULL", Optional.empty(), Form.CONSTANT);
    }

    public boolean is(TypeKind wanted) {
        return type.filter(t -> t.kind() == wanted).isPresent();
    }

    public boolean isNull() {
        return type.isEmpty();
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
        return type.map(t -> t instanceof LogicalType.Unknown unknown
                        ? unknown.nativeName()
                        : t.kind().name().toLowerCase(Locale.ROOT))
                .orElse("null");
    }
}
