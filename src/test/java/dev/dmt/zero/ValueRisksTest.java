package dev.dmt.zero;

import static dev.dmt.zero.SomeTable.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.engine.ValueQuestion;
import dev.dmt.engine.ValueQuestion.Risk;
import dev.dmt.schema.replicated.ReplicatedType;
import dev.dmt.zero.ZeroFinding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueRisksTest {
    @Test
    void questions_are_asked_of_types_that_can_hold_what_a_double_cannot() {
        SelectedTable table = selected(SomeTable.keyed("t")
                .optional("big", plain("int8"))
                .optional("real", plain("float4"))
                .optional("price", new ReplicatedType.Plain("numeric(15,2)", "numeric"))
                .optional("whole", new ReplicatedType.Plain("numeric(15)", "numeric"))
                .optional("exact", new ReplicatedType.Plain("numeric(16,2)", "numeric"))
                .optional("tiny", new ReplicatedType.Plain("numeric(5,400)", "numeric"))
                .optional("any", plain("numeric"))
                .optional("born", plain("date"))
                .optional("at", plain("timestamptz"))
                .optional("time", plain("time"))
                .optional("list", new ReplicatedType.Array("bigint[]", plain("int8"), 1))
                .optional("file", plain("bytea")));
        assertThat(ValueQuestions.of(table))
                .containsExactly(
                        new ValueQuestion("big", Risk.BEYOND_SAFE_INTEGER),
                        new ValueQuestion("real", Risk.NOT_FINITE),
                        new ValueQuestion("price", Risk.NOT_FINITE),
                        new ValueQuestion("whole", Risk.NOT_FINITE),
                        new ValueQuestion("exact", Risk.BEYOND_SAFE_INTEGER),
                        new ValueQuestion("exact", Risk.LOSES_DIGITS),
                        new ValueQuestion("exact", Risk.NOT_FINITE),
                        new ValueQuestion("tiny", Risk.BEYOND_SAFE_INTEGER),
                        new ValueQuestion("tiny", Risk.LOSES_DIGITS),
                        new ValueQuestion("tiny", Risk.NOT_FINITE),
                        new ValueQuestion("any", Risk.BEYOND_SAFE_INTEGER),
                        new ValueQuestion("any", Risk.LOSES_DIGITS),
                        new ValueQuestion("any", Risk.NOT_FINITE),
                        new ValueQuestion("born", Risk.BEYOND_SAFE_MOMENT),
                        new ValueQuestion("born", Risk.BEYOND_CALENDAR),
                        new ValueQuestion("at", Risk.BEYOND_SAFE_MOMENT),
                        new ValueQuestion("at", Risk.BEYOND_CALENDAR));
    }

    @Test
    void what_was_found_is_said_with_its_remedy() {
        SelectedTable table = selected(SomeTable.keyed("t")
                .optional("big", plain("int8"))
                .optional("any", plain("numeric"))
                .optional("born", plain("date")));
        assertThat(ValueFindings.of(table, ValueQuestions.of(table), List.of(1234L, 0L, 1L, 2L, 4L, 3L)))
                .containsExactly(
                        finding(
                                "big",
                                "1,234 rows hold a whole number beyond 2^53: zero-cache ends the connection of each client whose"
                                        + " query meets such a row",
                                "ALTER TABLE \"public\".\"t\" ALTER COLUMN \"big\" TYPE text; Before a migration:"
                                        + " migration.types, with text."),
                        finding(
                                "any",
                                "1 row holds a number with more digits than a double keeps: clients see the nearest one",
                                "If every digit counts: ALTER TABLE \"public\".\"t\" ALTER COLUMN \"any\" TYPE text; Before"
                                        + " a migration: migration.types, with text. If not: round the values to 15 digits."),
                        finding(
                                "any",
                                "2 rows hold NaN or an infinity: clients see null, in columns that are NOT NULL too",
                                "UPDATE \"public\".\"t\" SET \"any\" = NULL WHERE \"any\" IN ('NaN', 'Infinity', '-Infinity');"),
                        finding(
                                "born",
                                "4 rows hold a date of the year 287396 or later: zero-cache ends the connection of each client"
                                        + " whose query meets such a row",
                                "ALTER TABLE \"public\".\"t\" ALTER COLUMN \"born\" TYPE text; Before a migration:"
                                        + " migration.types, with text."),
                        finding(
                                "born",
                                "3 rows hold an infinite date or one beyond the year 275760: clients see null, or a number"
                                        + " that no Date takes",
                                "UPDATE \"public\".\"t\" SET \"born\" = NULL WHERE NOT isfinite(\"born\") OR \"born\" >"
                                        + " '275760-09-13';"));
    }

    @Test
    void every_question_has_its_answer() {
        SelectedTable table = selected(SomeTable.keyed("t").optional("big", plain("int8")));
        List<ValueQuestion> questions = ValueQuestions.of(table);
        List<Long> none = List.of();
        assertThatThrownBy(() -> ValueFindings.of(table, questions, none)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ZeroFinding finding(String column, String reason, String remedy) {
        return new ZeroFinding(Kind.VALUES, "public.t", column, reason, remedy);
    }

    private static SelectedTable selected(SomeTable table) {
        return ZeroRules.select(List.of(table.build()), SomeConfig.tables(), 150_018)
                .tables()
                .get(0);
    }
}
