package dev.dmt.step;

import dev.dmt.config.ZeroConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.PlanSurvey;
import dev.dmt.schema.TableProfile;
import dev.dmt.zero.ZeroFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds a plan against Zero's rules before anything is written, where the config wants Zero. */
final class ZeroGate {
    private static final int UNKNOWN_SERVER = 0;

    private ZeroGate() {}

    /** Refuses a server that Zero cannot sync from; says what Zero will leave out. */
    static void pass(StepContext context, MigrationPlan plan, List<TableProfile> profiles) {
        if (!context.config().zero().enabled()) {
            return;
        }
        ZeroSurvey survey = new ZeroSurvey(context);
        List<ZeroFinding> findings = new ArrayList<>(survey.ofServer());
        refuse(findings);
        findings.addAll(survey.planned(plan, profiles).findings());
        findings.forEach(finding -> context.progress().say(ZeroSchemaStep.line(finding)));
    }

    private static void refuse(List<ZeroFinding> findings) {
        List<ZeroFinding> blocks = findings.stream()
                .filter(finding -> finding.kind() == ZeroFinding.Kind.BLOCKS)
                .toList();
        if (!blocks.isEmpty()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "Zero cannot sync from this target: "
                            + blocks.stream().map(ZeroFinding::reason).collect(Collectors.joining("; ")),
                    ErrorContext.at("key", "zero.enabled")
                            .withHint(blocks.stream()
                                            .map(ZeroFinding::remedy)
                                            .filter(remedy -> !remedy.isEmpty())
                                            .collect(Collectors.joining("; "))
                                    + "; or set zero.enabled to false and migrate without Zero"));
        }
    }

    /** What Zero will leave out, as far as the plan alone can tell. */
    static List<ZeroFinding> planned(ZeroConfig config, PlanSurvey survey) {
        return ZeroSurvey.planned(config, UNKNOWN_SERVER, survey.plan(), survey.profiles())
                .findings();
    }
}
