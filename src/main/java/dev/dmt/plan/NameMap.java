package dev.dmt.plan;

import dev.dmt.engine.TargetDialect;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Gives out target names within one scope (a schema, a table), each once. Two names that differ only in case count as the
 * same, so that a target that folds case never meets both.
 */
final class NameMap {
    private final TargetDialect dialect;
    private final UnaryOperator<String> rule;
    private final Set<String> taken = new HashSet<>();

    NameMap(TargetDialect dialect) {
        this(dialect, UnaryOperator.identity());
    }

    /** Names that keep to a rule besides the dialect's own. */
    NameMap(TargetDialect dialect, UnaryOperator<String> rule) {
        this.dialect = dialect;
        this.rule = rule;
    }

    /** The name as wanted, shortened and numbered as the target needs it. */
    String give(String wanted) {
        String accepted = dialect.acceptedName(rule.apply(wanted)).orElse("unnamed");
        String candidate = accepted;
        for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
            candidate = numbered(accepted, "_" + number);
        }
        return candidate;
    }

    private String numbered(String name, String suffix) {
        int end = name.length();
        String candidate = name + suffix;
        while (!dialect.acceptedName(candidate).filter(candidate::equals).isPresent() && end > 1) {
            end = name.offsetByCodePoints(end, -1);
            candidate = name.substring(0, end) + suffix;
        }
        return candidate;
    }
}
