package dev.dmt.plan;

import dev.dmt.engine.Ddl;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Column;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.TypeKind;
import java.util.function.Function;

/**
 * The expressions of a source table in the target's words; where either side refuses, its reason. An engine's own words stay
 * as they are for the same engine, and are translated for any other.
 *
 * @param kind what the expressions belong to, for what is noted of them
 */
record Rendered(PlanInputs inputs, TableDraft draft, String kind) {
    Rendering value(String sql) {
        return render(sql, expression -> ddl().render(expression, draft.rendered()));
    }

    Rendering condition(String sql) {
        return render(sql, expression -> ddl().renderCondition(expression, draft.rendered()));
    }

    Rendering predicate(String sql) {
        return render(sql, expression -> ddl().renderPredicate(expression, draft.rendered()));
    }

    /** What only the source's own engine can be told. */
    Rendering own(String sql) {
        return render(
                sql,
                expression -> expression instanceof Expression.Verbatim
                        ? ddl().render(expression, draft.rendered())
                        : new Rendering.Refused("only the source's own engine has such a one"));
    }

    Rendering generated(String sql, LogicalType type) {
        return render(sql, expression -> computed(expression, type));
    }

    /** A result of floating point in a decimal column would be rounded by the target, in its own way. */
    private Rendering computed(Expression expression, LogicalType type) {
        boolean own = expression instanceof Expression.Verbatim;
        return !own && type.kind() == TypeKind.DECIMAL && !WholeArithmetic.holds(expression, draft.rendered())
                ? new Rendering.Refused("its result is a floating-point number, which a decimal would round")
                : ddl().renderValue(expression, draft.rendered(), type);
    }

    Rendering defaultOf(Column column, String sql, LogicalType type) {
        Parsed parsed = draft.ownNames().in(inputs.sourceTypes().parseDefault(sql));
        return parsed instanceof Parsed.Portable portable
                ? translated(
                        column.name() + " DEFAULT " + sql,
                        portable,
                        expression -> defaultOf(DefaultValue.fit(expression, type, column.nativeType()), type))
                : refused(parsed);
    }

    private Rendering defaultOf(Parsed fitted, LogicalType type) {
        return fitted instanceof Parsed.Portable portable
                ? ddl().renderDefault(portable.value(), type)
                : refused(fitted);
    }

    private Rendering render(String sql, Function<Expression, Rendering> rendering) {
        Parsed parsed = draft.ownNames().in(inputs.sourceTypes().parse(sql, draft.source()));
        return parsed instanceof Parsed.Portable portable ? translated(sql, portable, rendering) : refused(parsed);
    }

    private static Rendering refused(Parsed parsed) {
        return new Rendering.Refused(parsed instanceof Parsed.Refused refused ? refused.reason() : "");
    }

    private Rendering translated(String name, Parsed.Portable parsed, Function<Expression, Rendering> rendering) {
        if (!(parsed.value() instanceof Expression.Verbatim own)) {
            return noted(name, parsed, rendering.apply(parsed.value()));
        }
        Rendering kept =
                draft.demandedIn(own).<Rendering>map(Rendering.Refused::new).orElseGet(() -> rendering.apply(own));
        if (kept instanceof Rendering.Sql) {
            return kept;
        }
        boolean sameEngine = own.engine().equals(inputs.config().target().type().text());
        if (own.elsewhere() instanceof Parsed.Portable portable) {
            Rendering translated = noted(name, portable, rendering.apply(portable.value()));
            return translated instanceof Rendering.Sql || !sameEngine ? translated : kept;
        }
        return sameEngine ? kept : refused(own.elsewhere());
    }

    private Rendering noted(String name, Parsed.Portable parsed, Rendering rendering) {
        if (rendering instanceof Rendering.Sql) {
            parsed.notes().forEach(note -> draft.omit(kind, name, "carried over, but " + note, ""));
        }
        return rendering;
    }

    private Ddl ddl() {
        return inputs.dialect().ddl();
    }
}
