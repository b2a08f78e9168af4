package dev.dmt.config;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong, so that it can be said at once. */
final class ConfigProblems {
    private final List<ConfigProblem> problems = new ArrayList<>();

    void add(Origin origin, String key, String message) {
        problems.add(new ConfigProblem(origin, key, message));
    }

    int count() {
        return problems.size();
    }

    void throwIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        List<String> lines = problems.stream()
                .sorted(ConfigProblem.IN_READING_ORDER)
                .map(ConfigProblem::text)
                .distinct()
                .toList();
        String count = lines.size() == 1 ? "1 problem" : lines.size() + " problems";
        ConfigProblem first =
                problems.stream().min(ConfigProblem.IN_READING_ORDER).orElseThrow();
        ErrorContext context = ErrorContext.at("where", first.origin().text())
                .and("key", first.key())
                .withHint("correct the config; docs/configuration.md explains every key,"
                        + " and so does the file that 'dmt init' writes");
        throw new DmtException(ErrorCode.CONFIG, count + " in the config:\n  " + String.join("\n  ", lines), context);
    }
}
