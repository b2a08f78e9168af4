package dev.dmt.step;

import dev.dmt.engine.Advance;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.UnitSession;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<String> done = ledger.list(context.runId()).stream()
                .filter(LedgerRow::done)
                .map(LedgerRow::unit)
                .collect(Collectors.toSet());
        return items.stream()
                .filter(item -> !item.statements().isEmpty() && !done.contains(unit(item)))
                .toList();
    }

    /** True where this call did it, false where another had done it meanwhile. */
    boolean execute(DdlItem item) {
        return Retry.transientFailures(() -> {
            try (UnitSession session = ledger.claim(claim(item))) {
                if (session.row().done()) {
                    return false;
                }
                session.execute(item.statements(), Advance.completed());
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
