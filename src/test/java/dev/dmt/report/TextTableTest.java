package dev.dmt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columns_line_up_whatever_the_script() {
        TextTable table = new TextTable("table", "rows>", "note")
                .row("orders", "12", "ok")
                .row("注文", "1,234", "two\nlines")
                .row("e\u0301te\u0301 😀", "7");
        assertThat(table).hasToString("""
                table    rows  note
                ──────  ─────  ─────────
                orders     12  ok
                注文    1,234  two lines
                e\u0301te\u0301 😀      7
                """);
    }

    @Test
    void an_empty_table_is_its_header() {
        assertThat(new TextTable("a", "b").lines()).containsExactly("a  b", "─  ─");
        assertThat(new TextTable("a").isEmpty()).isTrue();
        assertThatThrownBy(() -> new TextTable("a").row("1", "2")).hasMessageContaining("2 cells for 1 columns");
    }

    @Test
    void a_narrow_terminal_folds_words_and_never_numbers() {
        TextTable table = new TextTable("what", "rows>", "what to do")
                .row("privileges", "1,234,567", "grant the right to create tables in this schema")
                .row("x", "1", "averyverylongwordthatfitsnowhere");
        assertThat(String.join("\n", table.lines(40))).isEqualTo("""
                what             rows  what to do
                ──────────  ─────────  ─────────────────
                privileges  1,234,567  grant the right
                                       to create tables
                                       in this schema
                x                   1  averyverylongword
                                       thatfitsnowhere""");
        assertThat(table.lines(200)).isEqualTo(table.lines());
    }

    @Test
    void quantities_read_well() {
        assertThat(Quantities.exact(1_234_567)).isEqualTo("1,234,567");
        assertThat(Quantities.brief(999)).isEqualTo("999");
        assertThat(Quantities.brief(1_000)).isEqualTo("1.00 k");
        assertThat(Quantities.brief(9_999)).isEqualTo("10.0 k");
        assertThat(Quantities.brief(345_678)).isEqualTo("346 k");
        assertThat(Quantities.brief(999_999)).isEqualTo("1.00 M");
        assertThat(Quantities.brief(2.5e9)).isEqualTo("2.50 G");
        assertThat(Quantities.bytes(1_023)).isEqualTo("1023 B");
        assertThat(Quantities.bytes(1 << 20)).isEqualTo("1.00 MiB");
        assertThat(Quantities.time(Duration.ofMillis(420))).isEqualTo("0.42 s");
        assertThat(Quantities.time(Duration.ofMillis(12_345))).isEqualTo("12.3 s");
        assertThat(Quantities.time(Duration.ofSeconds(185))).isEqualTo("3 m 05 s");
        assertThat(Quantities.time(Duration.ofMinutes(127))).isEqualTo("2 h 07 m");
        assertThat(Quantities.rate(10, Duration.ZERO)).isZero();
    }
}
