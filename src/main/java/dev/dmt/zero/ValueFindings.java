package dev.dmt.zero;

import dev.dmt.engine.ValueQuestion;
import dev.dmt.engine.ValueQuestion.Risk;
import dev.dmt.report.Quantities;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** What clients will see of values that a double cannot hold, as far as there are any. */
public final class ValueFindings {
    static final String FATAL = "zero-cache ends the connection of each client whose query meets such a row";

    private ValueFindings() {}

    /**
     * Says what was found where anything was.
     *
     * @param counts in the questions' order
     */
    public static List<ZeroFinding> of(SelectedTable table, List<ValueQuestion> questions, List<Long> counts) {
        if (questions.size() != counts.size()) {
            throw new IllegalArgumentException(questions.size() + " questions, but " + counts.size() + " answers");
        }
        List<ZeroFinding> findings = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            if (counts.get(i) > 0) {
                findings.add(finding(table.name(), questions.get(i), counts.get(i)));
            }
        }
        return List.copyOf(findings);
    }

    /**
     * Whether one such value keeps clients from all the others.
     *
     * @param key whether clients tell rows apart by it: none takes a null there
     */
    static boolean isFatal(Risk risk, boolean key) {
        return switch (risk) {
            case BEYOND_SAFE_INTEGER, BEYOND_SAFE_MOMENT -> true;
            case NOT_FINITE, BEYOND_CALENDAR -> key;
            case LOSES_DIGITS -> false;
        };
    }

    /** What was found, in one sentence. */
    static String reason(Risk risk, long count) {
        return (count == 1 ? "1 row holds " : Quantities.exact(count) + " rows hold ") + seen(risk);
    }

    private static ZeroFinding finding(TableName table, ValueQuestion question, long count) {
        return new ZeroFinding(
                ZeroFinding.Kind.VALUES,
                table.toString(),
                question.column(),
                reason(question.risk(), count),
                remedy(table, question));
    }

    private static String seen(Risk risk) {
        return switch (risk) {
            case BEYOND_SAFE_INTEGER -> "a whole number beyond 2^53: " + FATAL;
            case LOSES_DIGITS -> "a number with more digits than a double keeps: clients see the nearest one";
            case NOT_FINITE -> "NaN or an infinity: clients see null, in columns that are NOT NULL too";
            case BEYOND_SAFE_MOMENT -> "a date of the year 287396 or later: " + FATAL;
            case BEYOND_CALENDAR ->
                "an infinite date or one beyond the year 275760: clients see null, or a number that no Date takes";
        };
    }

    private static String remedy(TableName table, ValueQuestion question) {
        String column = SqlText.name(question.column());
        String set = "UPDATE " + SqlText.name(table) + " SET " + column + " = NULL WHERE ";
        return switch (question.risk()) {
            case BEYOND_SAFE_INTEGER, BEYOND_SAFE_MOMENT -> Remedy.asText(table, question.column());
            case LOSES_DIGITS ->
                "If every digit counts: " + Remedy.asText(table, question.column())
                        + " If not: round the values to 15 digits.";
            case NOT_FINITE -> set + column + " IN ('NaN', 'Infinity', '-Infinity');";
            case BEYOND_CALENDAR -> set + "NOT isfinite(" + column + ") OR " + column + " > '275760-09-13';";
        };
    }
}
