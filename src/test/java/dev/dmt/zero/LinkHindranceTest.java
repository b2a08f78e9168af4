package dev.dmt.zero;

import static dev.dmt.zero.SelectedTableFixture.selection;
import static dev.dmt.zero.SelectedTableFixture.table;
import static dev.dmt.zero.SelectedTableFixture.withId;
import static dev.dmt.zero.ZeroFinding.Kind.RELATIONSHIP_LEFT_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.ZeroNaming;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkHindranceTest {
    @Test
    void a_parent_that_is_left_out() {
        assertThat(findings(withId("orders").child("customers", "customer_id")))
                .containsExactly(new ZeroFinding(
                        RELATIONSHIP_LEFT_OUT,
                        "public.orders",
                        "customer_id",
                        "it refers to public.customers, which is left out",
                        "The relationship comes by itself once that table is synced."));
    }

    @Test
    void a_column_that_is_left_out() {
        assertThat(reasons(
                        withId("customers"),
                        withId("orders").unselected("customer_id", "citext").references("customers", "customer_id")))
                .containsExactly("its column customer_id is left out");
    }

    @Test
    void a_column_of_the_parent_that_is_left_out() {
        assertThat(reasons(
                        withId("a").numbers("x", "y").references("b", List.of("x", "y"), List.of("p", "q")),
                        withId("b").numbers("p").unselected("q", "bytea")))
                .containsExactly("it refers to public.b.q, which is left out");
    }

    @Test
    void types_that_never_meet() {
        assertThat(reasons(withId("a"), withId("b").texts("a_id").references("a", "a_id")))
                .containsExactly("a_id is a string to Zero, and public.a.id a number: they never meet");
    }

    @Test
    void json_on_both_sides() {
        ZeroType numbers = new ZeroType.Json("number[]");
        assertThat(reasons(
                        table("a").column("id", numbers, "bigint[]").key("id"),
                        withId("b").column("a_id", numbers, "bigint[]").references("a", "a_id")))
                .containsExactly("Zero does not compare JSON values, which a_id holds");
    }

    @Test
    void an_enumeration_meets_a_text() {
        assertThat(reasons(
                        table("a").texts("id").key("id"),
                        withId("b")
                                .column("a_id", new ZeroType.Enumeration(List.of("x")), "e")
                                .references("a", "a_id")))
                .isEmpty();
    }

    @Test
    void the_selections_own_findings_come_first() {
        ZeroFinding note = new ZeroFinding(ZeroFinding.Kind.NOTE, "", "", "Something.", "");
        Selection selection = new Selection(
                List.of(withId("orders").child("customers", "customer_id").selected()), List.of(note));

        assertThat(ZeroModeler.model(selection, ZeroNaming.CAMEL_CASE).findings())
                .extracting(ZeroFinding::kind)
                .containsExactly(ZeroFinding.Kind.NOTE, RELATIONSHIP_LEFT_OUT);
    }

    private static List<ZeroFinding> findings(SelectedTableFixture... tables) {
        return ZeroModeler.model(selection(tables), ZeroNaming.CAMEL_CASE).findings();
    }

    private static List<String> reasons(SelectedTableFixture... tables) {
        return findings(tables).stream().map(ZeroFinding::reason).toList();
    }
}
