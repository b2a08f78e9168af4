package dev.dmt.zero;

import dev.dmt.config.ZeroConfig;
import dev.dmt.engine.ValueQuestion;
import dev.dmt.engine.ValueQuestion.Risk;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What Zero will sync of a database whose values were looked at too. A column with a whole number or a date that zero-cache
 * cannot read is left out, as a single one ends the connection of each client that comes near it.
 *
 * @param values what clients will see otherwise than it is
 */
public record CountedSelection(Selection selection, List<ZeroFinding> values) {
    public CountedSelection {
        values = List.copyOf(values);
    }

    /**
     * Selects, asks the selected tables for their values, and selects again.
     *
     * @param count asks a table: {@link dev.dmt.engine.ReplicationCatalog#count}
     */
    public static CountedSelection of(
            List<ReplicatedTable> tables,
            ZeroConfig config,
            int serverVersion,
            BiFunction<TableName, List<ValueQuestion>, List<Long>> count) {
        Answers answers = new Answers(count);
        List<UnreadableColumn> unreadable = new ArrayList<>();
        Selection selection = ZeroRules.select(tables, config, serverVersion);
        // What is left out may make room for what was not asked about before.
        while (unreadable.addAll(answers.ask(selection))) {
            selection = ZeroRules.select(tables, config, serverVersion, unreadable);
        }
        return new CountedSelection(selection, answers.findings(selection));
    }

    /** Each question is asked once. */
    private static final class Answers {
        private final BiFunction<TableName, List<ValueQuestion>, List<Long>> count;
        private final Map<TableName, Map<ValueQuestion, Long>> known = new HashMap<>();

        Answers(BiFunction<TableName, List<ValueQuestion>, List<Long>> count) {
            this.count = count;
        }

        /** The columns that turn out to be unreadable now. */
        List<UnreadableColumn> ask(Selection selection) {
            List<UnreadableColumn> unreadable = new ArrayList<>();
            for (SelectedTable table : selection.tables()) {
                Map<ValueQuestion, Long> answers = known.computeIfAbsent(table.name(), name -> new LinkedHashMap<>());
                List<ValueQuestion> open = ValueQuestions.of(table).stream()
                        .filter(question -> !answers.containsKey(question))
                        .toList();
                List<Long> counts = open.isEmpty() ? List.of() : count.apply(table.name(), open);
                for (int i = 0; i < open.size(); i++) {
                    answers.put(open.get(i), counts.get(i));
                    Risk risk = open.get(i).risk();
                    boolean key = table.key().columns().contains(open.get(i).column());
                    if (ValueFindings.isFatal(risk, key) && counts.get(i) > 0) {
                        unreadable.add(new UnreadableColumn(
                                table.name(), open.get(i).column(), ValueFindings.reason(risk, counts.get(i))));
                    }
                }
            }
            return unreadable;
        }

        List<ZeroFinding> findings(Selection selection) {
            return selection.tables().stream()
                    .flatMap(table -> {
                        List<ValueQuestion> questions = ValueQuestions.of(table);
                        Map<ValueQuestion, Long> answers = known.getOrDefault(table.name(), Map.of());
                        List<Long> counts = questions.stream()
                                .map(question -> answers.getOrDefault(question, 0L))
                                .toList();
                        return ValueFindings.of(table, questions, counts).stream();
                    })
                    .toList();
        }
    }
}
