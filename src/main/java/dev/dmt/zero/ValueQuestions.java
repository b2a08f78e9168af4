package dev.dmt.zero;

import dev.dmt.engine.ValueQuestion;
import dev.dmt.engine.ValueQuestion.Risk;
import dev.dmt.schema.replicated.ReplicatedType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be asked of a table's values before one can say that clients see them as they are. */
public final class ValueQuestions {
    private static final Pattern DECIMAL = Pattern.compile("\\w+\\((\\d+)(?:,(-?\\d+))?\\)");

    /** So many decimal digits survive every way through a double, unless it is far too small or large. */
    private static final int DIGITS_OF_A_DOUBLE = 15;

    private static final int ZEROS_OF_A_DOUBLE = 290;

    private ValueQuestions() {}

    /** In the order of the columns. */
    public static List<ValueQuestion> of(SelectedTable table) {
        return table.columns().stream()
                .flatMap(column ->
                        risks(column.column().type()).stream().map(risk -> new ValueQuestion(column.name(), risk)))
                .toList();
    }

    private static List<Risk> risks(ReplicatedType type) {
        if (!(type instanceof ReplicatedType.Plain plain)) {
            return List.of();
        }
        return switch (plain.name()) {
            case "int8" -> List.of(Risk.BEYOND_SAFE_INTEGER);
            case "numeric" ->
                isSafe(plain.sql())
                        ? List.of(Risk.NOT_FINITE)
                        : List.of(Risk.BEYOND_SAFE_INTEGER, Risk.LOSES_DIGITS, Risk.NOT_FINITE);
            case "float4", "float8" -> List.of(Risk.NOT_FINITE);
            case "date", "timestamp", "timestamptz" -> List.of(Risk.BEYOND_SAFE_MOMENT, Risk.BEYOND_CALENDAR);
            default -> List.of();
        };
    }

    private static boolean isSafe(String decimal) {
        Matcher arguments = DECIMAL.matcher(decimal);
        if (!arguments.matches()) {
            return false;
        }
        int scale = arguments.group(2) == null ? 0 : Integer.parseInt(arguments.group(2));
        return Integer.parseInt(arguments.group(1)) <= DIGITS_OF_A_DOUBLE && scale >= 0 && scale <= ZEROS_OF_A_DOUBLE;
    }
}
