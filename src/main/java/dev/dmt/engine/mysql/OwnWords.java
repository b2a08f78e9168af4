package dev.dmt.engine.mysql;

import dev.dmt.config.EngineName;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import dev.dmt.schema.Parsed;
import java.util.Map;
import java.util.regex.Pattern;

/** Expressions in the engine's own words, and the simplest literals. */
final class OwnWords {
    private static final Pattern MOMENT =
            Pattern.compile("(?is)(?:current_timestamp|now|localtimestamp)(?:\\((\\d?)\\))?(?: on update .*)?");

    private OwnWords() {}

    static boolean isMoment(String text) {
        return MOMENT.matcher(text.strip()).matches();
    }

    static Parsed parse(String sql) {
        return new Parsed.Refused("dmt does not read this engine's expressions yet");
    }

    static Rendering render(Expression expression, Map<String, RenderedColumn> columns) {
        if (expression instanceof Expression.NullLiteral) {
            return new Rendering.Sql("NULL");
        } else if (expression instanceof Expression.NumberLiteral number) {
            return new Rendering.Sql(number.digits());
        } else if (expression instanceof Expression.TextLiteral text) {
            return new Rendering.Sql(MysqlIdentifiers.literal(text.value()));
        } else if (expression instanceof Expression.BooleanLiteral truth) {
            return new Rendering.Sql(truth.value() ? "1" : "0");
        }
        return new Rendering.Refused("dmt does not write this in " + EngineName.MYSQL.text() + "'s words yet");
    }
}
