package dev.dmt.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileCheckTest {
    private static final ValidationOptions PROFILES = ValidationOptions.of(true, false, 1000);
    private static final String[] COLUMNS = {"ID:integer", "Price:decimal", "Name:text", "Rate:float", "Born:date"};

    @Test
    void equal_values_of_unequal_spelling_have_one_profile() {
        MemoryTable source = source().row(1, "1.50", "b", 1.5, 10).row(2, "10", "a", -0.5, -10);
        MemoryTable target = target().row(2, "10.00", "a", -0.5, -10).row(1, "1.5", "b", 1.5, 10);
        assertThat(validate(PROFILES, source, target).findings()).isEmpty();
    }

    @Test
    void null_in_place_of_empty_text_is_seen() {
        MemoryTable source = source().row(1, "1", "", 1.0, 1).row(2, "1", "x", 1.0, 1);
        MemoryTable target = target().row(1, "1", null, 1.0, 1).row(2, "1", "x", 1.0, 1);
        assertThat(Tables.messages(validate(PROFILES, source, target)))
                .containsExactly(
                        "column name: 2 values that are not NULL in the source, 1 in the target",
                        "column name: the minimum differs");
    }

    @Test
    void extremes_are_compared_by_value_and_shown_only_when_asked() {
        MemoryTable source = source().row(1, "9", "x", 1.0, 1).row(2, "10", "x", Double.NaN, 1);
        MemoryTable target = target().row(1, "9", "x", 1.0, 0).row(2, "10.5", "x", Double.NaN, 1);
        assertThat(Tables.messages(validate(PROFILES, source, target)))
                .containsExactly("column price: the maximum differs", "column born: the minimum differs");
        assertThat(Tables.messages(validate(PROFILES.showingData(), source, target)))
                .containsExactly(
                        "column price: the maximum differs: 10 in the source, 10.5 in the target",
                        "column born: the minimum differs: 1970-01-02 in the source, 1970-01-01 in the target");
    }

    @Test
    void empty_tables_have_equal_profiles() {
        assertThat(validate(PROFILES, source(), target()).passed()).isTrue();
    }

    @Test
    void values_longer_than_what_is_kept_still_compare() {
        String head = "y".repeat(3 * CanonicalRow.LONGEST_KEPT);
        MemoryTable source = source().row(1, "1", head + "1", 1.0, 1);
        MemoryTable target = target().row(1, "1", head + "2", 1.0, 1);
        assertThat(validate(PROFILES, source, target).passed()).isTrue();
        ValidationOptions checksum = ValidationOptions.of(true, true, 1000);
        assertThat(Tables.differences(validate(checksum, source, target))).containsExactly("DIFFERENT id=1 [name]");
    }

    @Test
    void profiles_are_left_out_where_the_target_holds_rows_of_its_own() {
        MemoryTable source = source().row(1, "1", "a", 1.0, 1);
        MemoryTable target = target().row(1, "1", "a", 1.0, 1).row(2, "9", "z", 9.0, 9);
        TableValidation validation = validate(PROFILES.allowingExtraRows(), source, target);
        assertThat(validation.passed()).isTrue();
        assertThat(validation.notes())
                .containsExactly("column profiles are not compared: the target holds rows of its own");
    }

    private static TableValidation validate(ValidationOptions options, MemoryTable source, MemoryTable target) {
        return Tables.validate(options, Tables.plan(source.rows.size(), List.of("id"), COLUMNS), source, target);
    }

    private static MemoryTable source() {
        return new MemoryTable("ID", "Price", "Name", "Rate", "Born");
    }

    private static MemoryTable target() {
        return new MemoryTable("id", "price", "name", "rate", "born");
    }
}
