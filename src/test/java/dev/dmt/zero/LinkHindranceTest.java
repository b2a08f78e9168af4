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
                        "The foreign key orders_customer_id_fkey to public.customers became no relationship: "
                                + "that table is left out.",
                        "Take public.customers in, or live without the relationship."));
    }

    @Test
    void a_column_that_is_left_out() {
        assertThat(reasons(
                        withId("customers"),
                        withId("orders").unselected("customer_id", "citext").references("customers", "customer_id")))
                .containsExactly("The foreign key orders_customer_id_fkey to public.customers became no relationship: "
                        + "the column customer_id of public.orders is left out.");
    }

    @Test
    void columns_of_the_parent_that_are_left_out() {
        assertThat(reasons(
                        withId("a").numbers("x", "y").references("b", List.of("x", "y"), List.of("p", "q")),
                        withId("b").unselected("p", "bytea").unselected("q", "bytea")))
                .containsExactly("The foreign key a_x_y_fkey to public.b became no relationship: "
                        + "the columns p, q of public.b are left out.");
    }

    @Test
    void types_that_never_meet() {
        assertThat(reasons(withId("a"), withId("b").texts("a_id").references("a", "a_id")))
                .containsExactly("The foreign key b_a_id_fkey to public.a became no relationship: "
                        + "a_id is a string to Zero, and id a number, so they never meet.");
    }

    @Test
    void json_on_both_sides() {
        ZeroType numbers = new ZeroType.Json("number[]");
        assertThat(reasons(
                        table("a").column("id", numbers, "bigint[]").key("id"),
                        withId("b").column("a_id", numbers, "bigint[]").references("a", "a_id")))
                .containsExactly("The foreign key b_a_id_fkey to public.a became no relationship: "
                        + "Zero does not compare JSON values, which a_id holds.");
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
