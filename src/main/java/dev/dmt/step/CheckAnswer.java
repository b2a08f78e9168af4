package dev.dmt.step;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.DmtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at both ends and at the disks, and goes on looking after a failure. */
final class CheckAnswer {
    private static final long LITTLE_SPACE = 1L << 30;

    private final StepContext context;
    private final CheckRequest request;
    private final List<CheckFinding> findings = new ArrayList<>();

    CheckAnswer(StepContext context, CheckRequest request) {
        this.context = context;
        this.request = request;
    }

    CheckView view() {
        findings.add(CheckFinding.good("config", "read without problems"));
        if (!request.fromTarget()) {
            look(
                    "source",
                    () -> List.of(CheckFinding.good(
                            "source " + context.config().source().describe(),
                            context.source().engineVersion() + "; "
                                    + context.source().guarantee())));
        }
        look("target", () -> {
            List<CheckFinding> found = new ArrayList<>();
            found.add(CheckFinding.good(
                    "target " + context.config().target().describe(),
                    context.target().engineVersion()));
            found.addAll(
                    context.target().catalog().check(context.config().target().schema()));
            return found;
        });
        // What cannot be reached has been named; the plan would only name it again.
        if (!request.fromTarget()
                && findings.stream().noneMatch(finding -> finding.failure().isPresent())) {
            look("target tables", () -> new TargetLook(context).findings(request.confirmed()));
        }
        if (request.zero() || context.config().zero().enabled()) {
            look("zero", () -> new ZeroCheck(context).findings(request.fromTarget()));
        }
        space("staging", context.config().staging().path());
        space("checkpoint", context.config().checkpoint());
        return new CheckView(findings);
    }

    private void look(String subject, Supplier<List<CheckFinding>> look) {
        try {
            findings.addAll(look.get());
        } catch (DmtException e) {
            findings.add(new CheckFinding(
                    subject,
                    Optional.ofNullable(e.getMessage()).orElse(e.code().toString()),
                    Optional.of(e.code()),
                    e.context().hint().orElse("")));
        }
    }

    private void space(String subject, Path path) {
        Path existing = path.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            boolean writable = Files.isWritable(existing);
            String finding = (free >> 20) + " MB free" + (writable ? "" : ", not writable");
            String remedy = "";
            if (!writable) {
                remedy = "give this user the right to write in " + existing;
            } else if (free < LITTLE_SPACE) {
                remedy = "shards need room: name another folder, or make some";
            }
            findings.add(new CheckFinding(
                    subject + " " + path,
                    finding,
                    writable ? Optional.empty() : Optional.of(dev.dmt.error.ErrorCode.PERMISSION),
                    remedy));
        } catch (IOException e) {
            findings.add(new CheckFinding(
                    subject + " " + path,
                    "cannot be looked at: " + e,
                    Optional.of(dev.dmt.error.ErrorCode.PERMISSION),
                    "name another folder"));
        }
    }
}
