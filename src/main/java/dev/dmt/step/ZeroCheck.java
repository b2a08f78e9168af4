package dev.dmt.step;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.ErrorCode;
import dev.dmt.plan.PlanSurvey;
import dev.dmt.zero.ZeroDesign;
import dev.dmt.zero.ZeroFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Zero's side of {@code dmt check}. */
final class ZeroCheck {
    private final StepContext context;

    ZeroCheck(StepContext context) {
        this.context = context;
    }

    List<CheckFinding> findings(boolean fromTarget) {
        ZeroSurvey survey = new ZeroSurvey(context);
        List<ZeroFinding> found = new ArrayList<>(survey.ofServer());
        List<CheckFinding> findings = new ArrayList<>();
        ZeroDesign design = fromTarget ? survey.standing() : planned(survey, findings);
        found.addAll(design.findings());
        findings.add(0, CheckFinding.good("zero", total(design)));
        found.forEach(finding -> findings.add(finding(finding)));
        return findings;
    }

    private ZeroDesign planned(ZeroSurvey survey, List<CheckFinding> findings) {
        PlanSurvey plan = context.survey();
        plan.problems()
                .forEach(problem -> findings.add(new CheckFinding(
                        "plan", problem, Optional.of(ErrorCode.DATA), "dmt explain shows what the data holds")));
        return survey.planned(plan.plan(), plan.profiles());
    }

    private static String total(ZeroDesign design) {
        return design.model().tables().size() + " tables with "
                + design.model().relationships().size() + " relationships can be synced";
    }

    private static CheckFinding finding(ZeroFinding finding) {
        return new CheckFinding(
                ("zero " + finding.about()).strip(),
                (finding.leavesOut() ? "left out: " : "") + finding.reason(),
                finding.kind() == ZeroFinding.Kind.BLOCKS ? Optional.of(ErrorCode.CONFIG) : Optional.empty(),
                finding.remedy());
    }
}
