package dev.dmt.cli;

import dev.dmt.config.NearestName;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.step.Step;
import java.util.Optional;
import java.util.stream.Collectors;

/** Steps by name. */
final class KnownSteps {
    private KnownSteps() {}

    static Step require(String name, Toolkit toolkit) {
        return find(name, toolkit)
                .orElseThrow(() -> new DmtException(
                        ErrorCode.USAGE,
                        "there is no step '" + name + "'",
                        ErrorContext.hint(nearest(name, toolkit)
                                        .map(near -> "did you mean " + near + "? ")
                                        .orElse("")
                                + "the steps are " + names(toolkit))));
    }

    static Optional<Step> find(String name, Toolkit toolkit) {
        return toolkit.steps().get().stream()
                .filter(step -> step.name().equals(name))
                .findFirst();
    }

    static Optional<String> nearest(String word, Toolkit toolkit) {
        return NearestName.among(toolkit.steps().get().stream().map(Step::name).toList(), word);
    }

    private static String names(Toolkit toolkit) {
        return toolkit.steps().get().stream().map(Step::name).collect(Collectors.joining(", "));
    }
}
