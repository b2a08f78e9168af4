package dev.dmt.step;

import dev.dmt.config.DmtConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.List;
import java.util.stream.Collectors;

/** All steps, listed explicitly: first those of a whole migration in their order, then those that split one of them. */
public final class Steps {
    private static final List<Step> IN_ORDER = List.of(
            new ExtractSchemaStep(),
            new PlanStep(),
            new CreateTablesStep(),
            UnitStep.transfer(),
            KeySteps.resetSequences(),
            KeySteps.createPrimaryKeys(),
            KeySteps.createIndexes(),
            ConstraintStep.foreignKeys(),
            ConstraintStep.checks(),
            new ValidateStep(),
            new ZeroSchemaStep(),
            new ReportStep());

    private static final List<Step> PARTIAL = List.of(UnitStep.export(), UnitStep.load());

    private Steps() {}

    /** The steps of a whole migration, in order. */
    public static List<Step> inOrder() {
        return IN_ORDER;
    }

    /** Those of them that a run with this config takes. */
    static List<Step> wanted(DmtConfig config) {
        return IN_ORDER.stream().filter(step -> step.isWanted(config)).toList();
    }

    public static List<Step> all() {
        return java.util.stream.Stream.concat(IN_ORDER.stream(), PARTIAL.stream())
                .toList();
    }

    public static Step named(String name) {
        return all().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DmtException(
                        ErrorCode.USAGE,
                        "there is no step " + name,
                        ErrorContext.hint(
                                "steps: " + all().stream().map(Step::name).collect(Collectors.joining(" ")))));
    }
}
