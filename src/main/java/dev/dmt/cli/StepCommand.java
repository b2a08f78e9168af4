package dev.dmt.cli;

import dev.dmt.step.Step;
import dev.dmt.step.StepOptions;
import dev.dmt.step.StepRequest;
import dev.dmt.step.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dmt step NAME}: one step, with the flags that make sense for it. */
final class StepCommand implements Action {
    private static final Set<String> TAKE_UNITS = Set.of("transfer", "export", "load");

    private final Step step;
    private final TableFlags tables;
    private final ChecksumFlag checksum;
    private final UnitFlags units = new UnitFlags();
    private final CleanupFlag cleanup = new CleanupFlag();
    private final FromFlag from = new FromFlag();

    StepCommand(Step step) {
        this(step, new TableFlags(), new ChecksumFlag());
    }

    StepCommand(Step step, TableFlags tables, ChecksumFlag checksum) {
        this.step = step;
        this.tables = tables;
        this.checksum = checksum;
    }

    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(step.name());
        spec.usageMessage().description(step.summary());
        if (step.takesTables()) {
            spec.addMixin("tables", CommandSpec.forAnnotatedObject(tables));
        }
        if (TAKE_UNITS.contains(step.name())) {
            spec.addMixin("units", CommandSpec.forAnnotatedObject(units));
        }
        if (step.name().equals("validate")) {
            spec.addMixin("checksum", CommandSpec.forAnnotatedObject(checksum));
        }
        if (step.name().equals("report")) {
            spec.addMixin("cleanup", CommandSpec.forAnnotatedObject(cleanup));
        }
        if (step.name().equals("zero-schema")) {
            spec.addMixin("from", CommandSpec.forAnnotatedObject(from));
        }
        return spec;
    }

    @Override
    public Outcome perform(Session session) {
        StepOptions options = new StepOptions(
                session.flags().yes, checksum.checksum, cleanup.cleanup, session.flags().showData, from.target());
        StepResult result = session.with(
                from,
                context -> Confirming.run(
                        session, options, confirmed -> timed(() -> step.run(context, request(session, confirmed)))));
        List<String> lines = new ArrayList<>(result.lines());
        lines.add(StepTable.summary(result));
        return Outcome.of(result, lines);
    }

    private StepRequest request(Session session, StepOptions options) {
        return new StepRequest(tables.tables, units.units, session.flags().dryRun, options);
    }

    private static StepResult timed(Supplier<StepResult> work) {
        long start = System.nanoTime();
        return work.get().took(Duration.ofNanos(System.nanoTime() - start));
    }
}
