package dev.dmt.cli;

import dev.dmt.step.Step;
import dev.dmt.step.StepContext;
import dev.dmt.step.StepRequest;
import dev.dmt.step.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Steps that remember what they were asked. */
final class FakeSteps {
    final List<StepRequest> requests = new ArrayList<>();
    BiFunction<StepContext, StepRequest, StepResult> behaviour =
            (context, request) -> new StepResult("transfer", false, Map.of("rows", 1234L), List.of("moved"));

    List<Step> all() {
        return List.of(step("plan", false), step("transfer", true), step("validate", true), step("report", false));
    }

    private Step step(String name, boolean takesTables) {
        return new Step() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String summary() {
                return "Does what " + name + " does.";
            }

            @Override
            public boolean takesTables() {
                return takesTables;
            }

            @Override
            public StepResult run(StepContext context, StepRequest request) {
                requests.add(request);
                return behaviour.apply(context, request);
            }
        };
    }
}
