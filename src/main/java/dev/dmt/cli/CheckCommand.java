package dev.dmt.cli;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.report.TextTable;
import dev.dmt.step.CheckRequest;
import dev.dmt.step.CheckView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dmt check}: would a run get through? */
@Command(
        name = "check",
        description = "Checks the config, reachability, versions, privileges, space and what the target holds.")
final class CheckCommand implements Action {
    @Option(names = "--json", description = "Prints the findings alone, as one JSON object.")
    boolean json;

    @Option(
            names = "--zero",
            description = "Also holds the plan, or with --from target the target, against the rules of Zero.")
    boolean zero;

    @Mixin
    FromFlag from = new FromFlag();

    @Override
    public Outcome perform(Session session) {
        CheckRequest request = new CheckRequest(zero || from.target(), session.flags().yes, from.target());
        CheckView check = session.with(
                from, context -> session.toolkit().inquiries().get().check(context, request));
        Outcome outcome = Outcome.of(json ? List.of(Documents.json(check)) : lines(check, session.width()), check);
        return check.firstFailure()
                .map(code -> outcome.failing(failure(check, code)))
                .orElse(outcome);
    }

    private static DmtException failure(CheckView check, ErrorCode code) {
        List<CheckFinding> failed =
                check.findings().stream().filter(f -> f.failure().isPresent()).toList();
        CheckFinding first = failed.get(0);
        String more = failed.size() == 1 ? "" : " (and " + (failed.size() - 1) + " more)";
        return new DmtException(
                code,
                first.subject() + ": " + first.finding() + more,
                first.remedy().isEmpty() ? ErrorContext.NONE : ErrorContext.hint(first.remedy()));
    }

    private static String verdict(CheckFinding finding) {
        String otherwise = finding.remedy().isEmpty() ? "good" : "see";
        return finding.failure().map(Words::of).orElse(otherwise);
    }

    private static List<String> lines(CheckView check, int width) {
        TextTable table = new TextTable("what", "verdict", "finding", "what to do");
        check.findings()
                .forEach(
                        finding -> table.row(finding.subject(), verdict(finding), finding.finding(), finding.remedy()));
        return table.lines(width);
    }
}
