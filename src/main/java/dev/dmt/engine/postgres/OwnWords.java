package dev.dmt.engine.postgres;

import dev.dmt.config.EngineName;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL's own words, said again as they are where the names in them are still those of the columns. */
final class OwnWords {
    private OwnWords() {}

    static Expression of(String sql) {
        return new Expression.Verbatim(EngineName.POSTGRES.text(), sql);
    }

    /** Empty where the expression is a portable one. */
    static Optional<Rendering> render(Expression expression, Map<String, RenderedColumn> columns) {
        return expression instanceof Expression.Verbatim own ? Optional.of(render(own, columns)) : Optional.empty();
    }

    private static Rendering render(Expression.Verbatim own, Map<String, RenderedColumn> columns) {
        if (!own.engine().equals(EngineName.POSTGRES.text())) {
            return new Rendering.Refused("it is in the words of " + own.engine());
        }
        return columns.entrySet().stream()
                .filter(column -> !column.getKey().equals(column.getValue().targetName()))
                .findFirst()
                .<Rendering>map(column ->
                        new Rendering.Refused("it is kept in its own words, in which the column " + column.getKey()
                                + " is not yet called " + column.getValue().targetName()))
                .orElseGet(() -> new Rendering.Sql(own.sql()));
    }
}
