package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {
    @Test
    void a_statement_can_be_copied_as_it_is() {
        MarkdownPage page = new MarkdownPage();
        page.table(
                List.of("a"),
                List.of(
                        List.of("ALTER TABLE \"_a*b\" RENAME TO \"x;y[0]\"; Or: _this_."),
                        List.of("no | statement"),
                        List.of("DROP TABLE \"a|`b\";")));

        assertThat(page.text()).isEqualTo("""
                        | a |
                        | --- |
                        | `ALTER TABLE "_a*b" RENAME TO "x;y[0]";` Or: \\_this\\_. |
                        | no \\| statement |
                        | ``DROP TABLE "a\\|`b";`` |
                        """);
    }
}
