package dev.dmt.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Expression;
import dev.dmt.schema.LogicalType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What PostgreSQL said is said again word for word, or not at all. */
class OwnWordsTest {
    private static final Map<String, RenderedColumn> SAME =
            Map.of("a", new RenderedColumn("a", new LogicalType.Int(32)));
    private static final Map<String, RenderedColumn> RENAMED =
            Map.of("a", new RenderedColumn("b", new LogicalType.Int(32)));

    private final PostgresDdl ddl = new PostgresDdl();

    @Test
    void our_own_words_stand_as_they_are() {
        Expression own = OwnWords.of("(a % 2) = 0");
        assertThat(ddl.render(own, SAME)).isEqualTo(new Rendering.Sql("(a % 2) = 0"));
        assertThat(ddl.renderCondition(own, SAME)).isEqualTo(new Rendering.Sql("(a % 2) = 0"));
        assertThat(ddl.renderValue(own, SAME, new LogicalType.Bool())).isEqualTo(new Rendering.Sql("(a % 2) = 0"));
    }

    @Test
    void words_with_old_names_and_words_of_others_are_refused() {
        assertThat(ddl.renderCondition(OwnWords.of("a > 0"), RENAMED)).isInstanceOf(Rendering.Refused.class);
        assertThat(ddl.render(new Expression.Verbatim("oracle", "SYSDATE"), SAME))
                .isInstanceOf(Rendering.Refused.class);
    }
}
