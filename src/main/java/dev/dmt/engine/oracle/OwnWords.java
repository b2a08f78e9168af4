package dev.dmt.engine.oracle;

import dev.dmt.config.EngineName;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import java.util.Map;

/** Oracle's own words, said again as they are where the names in them are still those of the columns. */
final class OwnWords {
    private OwnWords() {}

    static Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        if (!(expression instanceof Expression.Verbatim own)) {
            return new Rendering.Refused("dmt does not write this for Oracle yet");
        }
        if (!own.engine().equals(EngineName.ORACLE.text())) {
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
