package dev.dmt.transfer.reject;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.concurrent.atomic.AtomicLong;

/** How many rows of a table may still be set aside. Thread-safe. */
public final class RejectBudget {
    private final String table;
    private final long limit;
    private final AtomicLong spent;

    /** Begins with what earlier attempts and other units of the table have set aside already. */
    public RejectBudget(String table, long limit, long alreadySpent) {
        this.table = table;
        this.limit = limit;
        this.spent = new AtomicLong(alreadySpent);
    }

    /** Rows set aside so far. */
    public long spent() {
        return spent.get();
    }

    /** Takes so many rows; DATA where that is too many. */
    public void spend(long rows) {
        if (spent.addAndGet(rows) > limit) {
            throw new DmtException(
                    ErrorCode.DATA,
                    "table " + table + " has more than " + limit + " bad rows",
                    ErrorContext.at("table", table)
                            .withHint(
                                    "look at the rejects files, override the column's type (migration.types), or raise"
                                            + " migration.max_rejects"));
        }
    }
}
