package dev.dmt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Collation;
import dev.dmt.schema.Omission;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Both directions: what a source takes for equal and the target does not, and the other way round. */
class CollationNotesTest {
    private static final Collation LAX = new Collation("general_ci", true, true, true);
    private static final Collation PADDED = new Collation("", false, false, true);

    private final TableDraft draft = draft();

    @Test
    void a_key_of_a_source_that_ignores_case_is_exact_in_the_target() {
        draft.compare("name", new Equality(LAX, Collation.EXACT));
        CollationNotes.ofKey(draft, List.of("id", "name"));
        assertThat(reasons())
                .containsExactly("unique by the collation general_ci in the source, exactly in the target");
        CollationNotes.ofColumn(draft, "name");
        assertThat(reasons())
                .contains("comparisons and ORDER BY ignore the case of letters and accents and blanks at the end in the"
                        + " source, not in the target");
    }

    @Test
    void a_key_that_the_target_compares_more_laxly_may_clash_and_the_plan_says_so() {
        draft.compare("name", new Equality(Collation.EXACT, PADDED));
        CollationNotes.ofKey(draft, List.of("name"));
        assertThat(reasons())
                .singleElement()
                .asString()
                .contains("the target ignores blanks at the end of name", "clash here");
    }

    @Test
    void what_both_take_for_equal_alike_is_not_worth_a_word() {
        draft.compare("name", new Equality(LAX, new Collation("other_ci", true, true, true)));
        CollationNotes.ofKey(draft, List.of("name"));
        CollationNotes.ofColumn(draft, "name");
        CollationNotes.ofKey(draft, List.of("never_compared"));
        assertThat(reasons()).isEmpty();
    }

    @Test
    void of_an_unknown_collation_nothing_is_guessed() {
        draft.compare("name", new Equality(Collation.unknown("mine"), Collation.EXACT));
        CollationNotes.ofColumn(draft, "name");
        assertThat(reasons()).containsExactly("the target has no such collation: comparisons and ORDER BY change");
    }

    private List<String> reasons() {
        return draft.omissions().stream().map(Omission::reason).toList();
    }

    private static TableDraft draft() {
        TableName name = TableName.of("t");
        Table table = new Table(
                name,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
        return new TableDraft(table, new TableProfile(name, 0, 0, List.of()), name);
    }
}
