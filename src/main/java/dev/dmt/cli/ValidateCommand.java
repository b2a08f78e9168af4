package dev.dmt.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code dmt validate}: the validate step under a shorter name. */
final class ValidateCommand implements Action {
    private final TableFlags tables = new TableFlags();
    private final ChecksumFlag checksum = new ChecksumFlag();

    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("validate");
        spec.usageMessage().description("Compares source and target: the validate step, usable on its own.");
        spec.addMixin("tables", CommandSpec.forAnnotatedObject(tables));
        spec.addMixin("checksum", CommandSpec.forAnnotatedObject(checksum));
        return spec;
    }

    @Override
    public Outcome perform(Session session) {
        return new StepCommand(KnownSteps.require("validate", session.toolkit()), tables, checksum).perform(session);
    }
}
