package dev.dmt.cli;

import dev.dmt.error.DmtException;
import dev.dmt.step.StepResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command has to say.
 *
 * @param lines the text form, for stdout
 * @param view the machine form, where it is more than counts
 * @param failure why the exit status is not 0 although there is something to show
 */
record Outcome(
        boolean noop,
        Map<String, Long> counts,
        List<String> lines,
        Optional<Object> view,
        Optional<DmtException> failure) {

    static Outcome of(List<String> lines) {
        return new Outcome(false, Map.of(), lines, Optional.empty(), Optional.empty());
    }

    static Outcome of(List<String> lines, Object view) {
        return new Outcome(false, Map.of(), lines, Optional.of(view), Optional.empty());
    }

    static Outcome of(StepResult result, List<String> lines) {
        return new Outcome(result.noop(), result.counts(), lines, Optional.of(result), Optional.empty());
    }

    /** The same in other words on stdout. */
    Outcome saying(List<String> otherLines) {
        return new Outcome(noop, counts, otherLines, Optional.empty(), failure);
    }

    Outcome failing(DmtException why) {
        return new Outcome(noop, counts, lines, view, Optional.of(why));
    }
}
