package dev.dmt.zero;

import static dev.dmt.zero.SomeTable.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dmt.engine.ValueQuestion;
import dev.dmt.engine.ValueQuestion.Risk;
import dev.dmt.schema.TableName;
import dev.dmt.zero.ZeroFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountedSelectionTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void values_that_end_a_connection_are_left_out_with_their_column_and_others_told_of() {
        CountedSelection counted = count(
                Map.of(
                        new ValueQuestion("big", Risk.BEYOND_SAFE_INTEGER),
                        3L,
                        new ValueQuestion("f", Risk.NOT_FINITE),
                        1L),
                SomeTable.keyed("a").optional("big", plain("int8")).optional("f", plain("float8")),
                SomeTable.keyed("b"));
        assertThat(counted.selection().tables().get(0).published()).containsExactly("id", "f");
        assertThat(counted.selection().findings())
                .extracting(ZeroFinding::kind, ZeroFinding::column, ZeroFinding::reason)
                .containsExactly(tuple(
                        Kind.COLUMN_LEFT_OUT,
                        "big",
                        "3 rows hold a whole number beyond 2^53: zero-cache ends the connection of each client whose query"
                                + " meets such a row"));
        assertThat(counted.values())
                .extracting(ZeroFinding::kind, ZeroFinding::column)
                .containsExactly(tuple(Kind.VALUES, "f"));
        assertThat(asked).containsExactly("public.a[big, f]");
    }

    @Test
    void a_date_too_far_off_to_be_read_is_such_a_value() {
        CountedSelection counted = count(
                Map.of(
                        new ValueQuestion("ends", Risk.BEYOND_SAFE_MOMENT), 1L,
                        new ValueQuestion("ends", Risk.BEYOND_CALENDAR), 2L),
                SomeTable.keyed("a").optional("ends", plain("date")));
        assertThat(counted.selection().tables().get(0).published()).containsExactly("id");
        assertThat(counted.selection().findings())
                .extracting(ZeroFinding::kind, ZeroFinding::column)
                .containsExactly(tuple(Kind.COLUMN_LEFT_OUT, "ends"));
        assertThat(counted.values()).isEmpty();
    }

    @Test
    void no_client_takes_a_null_in_a_key() {
        CountedSelection counted = count(
                Map.of(
                        new ValueQuestion("since", Risk.BEYOND_CALENDAR), 1L,
                        new ValueQuestion("until", Risk.BEYOND_CALENDAR), 1L),
                SomeTable.called("prices")
                        .required("since", plain("date"))
                        .optional("until", plain("date"))
                        .primaryKey("since"));
        assertThat(counted.selection().tables()).isEmpty();
        assertThat(counted.selection().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason())
                        .isEqualTo(
                                "its primary key (since) cannot be Zero's key: since: 1 row holds an infinite date or one"
                                        + " beyond the year 275760: clients see null, or a number that no Date takes"));
    }

    @Test
    void a_key_that_cannot_be_read_takes_its_table_along() {
        CountedSelection counted = count(
                Map.of(
                        new ValueQuestion("snowflake", Risk.BEYOND_SAFE_INTEGER), 1L,
                        new ValueQuestion("f", Risk.NOT_FINITE), 1L),
                SomeTable.called("posts")
                        .required("snowflake", plain("int8"))
                        .optional("f", plain("float8"))
                        .primaryKey("snowflake"));
        assertThat(counted.selection().tables()).isEmpty();
        assertThat(counted.values()).isEmpty();
        assertThat(counted.selection().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.reason())
                    .startsWith(
                            "its primary key (snowflake) cannot be Zero's key: snowflake: 1 row holds a whole number");
            assertThat(finding.remedy())
                    .startsWith("ALTER TABLE \"public\".\"posts\" ALTER COLUMN \"snowflake\" TYPE text;");
        });
    }

    @Test
    void what_takes_the_place_of_a_column_is_asked_about_too() {
        CountedSelection counted = count(
                Map.of(
                        new ValueQuestion("Big", Risk.BEYOND_SAFE_INTEGER),
                        1L,
                        new ValueQuestion("big", Risk.BEYOND_SAFE_INTEGER),
                        1L),
                SomeTable.keyed("t").optional("Big", plain("int8")).optional("big", plain("int8")));
        assertThat(counted.selection().tables().get(0).published()).containsExactly("id");
        assertThat(asked).containsExactly("public.t[Big]", "public.t[big]");
    }

    private CountedSelection count(Map<ValueQuestion, Long> answers, SomeTable... tables) {
        return CountedSelection.of(
                Stream.of(tables).map(SomeTable::build).toList(),
                SomeConfig.tables(),
                150_018,
                (table, questions) -> answer(table, questions, answers));
    }

    private List<Long> answer(TableName table, List<ValueQuestion> questions, Map<ValueQuestion, Long> answers) {
        asked.add(table + questions.stream().map(ValueQuestion::column).toList().toString());
        return questions.stream()
                .map(question -> answers.getOrDefault(question, 0L))
                .toList();
    }
}
