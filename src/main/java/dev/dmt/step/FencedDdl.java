package dev.dmt.step;

import dev.dmt.attempt.RetryPolicy;
import dev.dmt.engine.Advance;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.UnitSession;
import java.util.List;

/** Executes DDL under the ledger: each item once, in the transaction that says so, fenced against late attempts. */
final class FencedDdl {
    private final StepContext context;
    private final String step;
    private final Ledger ledger;

    FencedDdl(StepContext context, String step) {
        this.context = context;
        this.step = step;
        this.ledger = context.ledger();
    }

    /** The items that are not done yet and have anything to do. */
    List<DdlItem> pending(List<DdlItem> items) {
        LedgerUnits done = LedgerUnits.of(context);
        return items.stream()
                .filter(item -> !item.statements().isEmpty() && !done.contain(unit(item)))
                .toList();
    }

    /** True where this call did it, false where another had done it meanwhile. */
    boolean execute(DdlItem item) {
        return execute(item, Advance.completed());
    }

    /** The same, with what the ledger row is to say afterwards. */
    boolean execute(DdlItem item, Advance completed) {
        return RetryPolicy.STANDARD.run(context.cancellation(), () -> {
            try (UnitSession session = ledger.claim(claim(item))) {
                if (session.row().done()) {
                    return false;
                }
                session.execute(item.statements(), completed);
                return true;
            }
        });
    }

    private LedgerClaim claim(DdlItem item) {
        return new LedgerClaim(
                context.runId(),
                unit(item),
                item.table(),
                context.owner(),
                context.config().lease());
    }

    private String unit(DdlItem item) {
        return step + "/" + item.unit();
    }
}
