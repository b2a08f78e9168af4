package dev.dmt.step;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/** Stands in until the answers are written. */
final class UnansweredInquiries implements Inquiries {
    @Override
    public StatusView status(StepContext context) {
        throw unanswered("status");
    }

    @Override
    public List<RunView> history(StepContext context) {
        throw unanswered("history");
    }

    @Override
    public UnitsView units(StepContext context, UnitsView.LaneName lane) {
        throw unanswered("units");
    }

    @Override
    public CheckView check(StepContext context) {
        throw unanswered("check");
    }

    @Override
    public ExplainView explain(StepContext context, List<String> tables) {
        throw unanswered("explain");
    }

    @Override
    public ResetView reset(StepContext context, ResetRequest request) {
        throw unanswered("reset");
    }

    @Override
    public Optional<String> keepServer(StepContext context) {
        return Optional.empty();
    }

    private static DmtException unanswered(String question) {
        return new DmtException(ErrorCode.INTERNAL, "this build cannot answer '" + question + "' yet");
    }
}
