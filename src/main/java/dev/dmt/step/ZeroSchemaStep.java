package dev.dmt.step;

import dev.dmt.config.DmtConfig;
import dev.dmt.plan.PlanSurvey;
import dev.dmt.zero.ZeroDesign;
import dev.dmt.zero.ZeroFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a Zero application needs of the target: from the plan, or from an existing database. */
final class ZeroSchemaStep implements Step {
    static final String NAME = "zero-schema";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "write a schema for Zero, its publication, and what Zero leaves out and why";
    }

    @Override
    public boolean takesTables() {
        return false;
    }

    @Override
    public boolean isWanted(DmtConfig config) {
        return config.zero().enabled();
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        if (request.options().fromTarget()) {
            ZeroSurvey survey = new ZeroSurvey(context);
            return write(context, request, survey, survey.standing());
        }
        if (request.dryRun()) {
            ZeroSurvey survey = new ZeroSurvey(context);
            PlanSurvey plan = context.survey();
            return write(context, request, survey, survey.loaded(plan.plan(), plan.profiles()));
        }
        return context.recordedAlways(NAME, request, () -> {
            ZeroSurvey survey = new ZeroSurvey(context);
            return write(
                    context,
                    request,
                    survey,
                    survey.loaded(context.requirePlan(), context.requireSchema().profiles()));
        });
    }

    private static StepResult write(StepContext context, StepRequest request, ZeroSurvey survey, ZeroDesign design) {
        List<ZeroFinding> ofServer = survey.ofServer();
        ZeroFolder folder = new ZeroFolder(context.config().zero().output());
        Map<String, String> files = design.files(ofServer);
        boolean changed =
                request.dryRun() || folder.write(files, request.options().confirmed());
        List<ZeroFinding> findings = new ArrayList<>(ofServer);
        findings.addAll(design.findings());
        if (!request.dryRun() && !request.options().fromTarget()) {
            context.store().write(Documents.ZERO, ZeroDocument.of(findings));
        }
        List<String> lines = new ArrayList<>();
        findings.stream().map(ZeroSchemaStep::line).forEach(lines::add);
        files.keySet().forEach(file -> lines.add((request.dryRun() ? "would write " : "wrote ") + folder.path(file)));
        return new StepResult(NAME, !changed, counts(design, findings), lines);
    }

    static String line(ZeroFinding finding) {
        return "zero: " + finding.headline() + finding.reason()
                + (finding.remedy().isEmpty() ? "" : " (" + finding.remedy() + ")");
    }

    private static Map<String, Long> counts(ZeroDesign design, List<ZeroFinding> findings) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", (long) design.model().tables().size());
        counts.put("relationships", (long) design.model().relationships().size());
        counts.put("left_out", findings.stream().filter(ZeroFinding::leavesOut).count());
        return counts;
    }
}
