package dev.dmt.engine.jdbc;

import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Takes a unit, or says who has it. */
record UnitClaim(LedgerDialect dialect, LedgerClaim claim, SqlFailures failures) {
    /** So long may the session of a process that was killed on this machine take to notice, or a race of claims last. */
    private static final Duration LINGERING = Duration.ofSeconds(10);

    private static final int PAUSE_MILLIS = 100;

    LedgerRow take(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + LINGERING.toNanos();
        while (true) {
            try {
                Optional<LedgerRow> granted =
                        JdbcLedger.inTransaction(dialect, connection, c -> dialect.claim(c, claim));
                if (granted.isPresent()) {
                    return granted.get();
                }
                Optional<LedgerRow> inherited = askHolder(connection, deadline);
                if (inherited.isPresent()) {
                    return inherited.get();
                }
            } catch (SQLException e) {
                if (!failures.isContention(e) || System.nanoTime() > deadline) {
                    throw e;
                }
                pause(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS));
            }
        }
    }

    /** Gives nothing where the claim should be tried again. */
    private Optional<LedgerRow> askHolder(Connection connection, long deadline) throws SQLException {
        Optional<LedgerRow> holder =
                JdbcLedger.inTransaction(dialect, connection, c -> dialect.find(c, claim.runId(), claim.unit()));
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        if (!diedHere(holder.get())) {
            throw refusal(holder.get());
        }
        Optional<LedgerRow> inherited =
                JdbcLedger.inTransaction(dialect, connection, c -> dialect.inherit(c, claim, holder.get()));
        if (inherited.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw refusal(holder.get());
            }
            pause(PAUSE_MILLIS);
        }
        return inherited;
    }

    private boolean diedHere(LedgerRow holder) {
        Optional<UnitOwner> asker = UnitOwner.parse(claim.owner());
        return asker.isPresent()
                && UnitOwner.parse(holder.owner())
                        .filter(other -> other.diedBeside(asker.get()))
                        .isPresent();
    }

    private DmtException refusal(LedgerRow holder) {
        return new DmtException(
                ErrorCode.LEASE_HELD,
                "unit " + claim.unit() + " is held by " + holder.owner() + " until " + holder.leaseUntil()
                        + " unless it renews its lease",
                ErrorContext.at("run", claim.runId())
                        .and("unit", claim.unit())
                        .and("owner", holder.owner())
                        .withHint("wait for that attempt to end, or end it, then run the same again"));
    }

    private void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DmtException(ErrorCode.CANCELLED, "interrupted while waiting for unit " + claim.unit());
        }
    }
}
