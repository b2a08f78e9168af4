package dev.dmt.engine.postgres;

import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Takes a unit, or says who has it. */
record UnitClaim(LedgerTable table, LedgerClaim claim) {
    /** So long may the backend of a process that was killed on this machine take to notice. */
    private static final Duration LINGERING = Duration.ofSeconds(10);

    LedgerRow take(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + LINGERING.toNanos();
        while (true) {
            Optional<LedgerRow> granted = attempt(connection);
            if (granted.isPresent()) {
                return granted.get();
            }
            Optional<LedgerRow> holder = holder(connection);
            if (holder.isPresent()) {
                if (!diedHere(holder.get()) || System.nanoTime() > deadline) {
                    throw refusal(holder.get());
                }
                pause();
            }
        }
    }

    private Optional<LedgerRow> attempt(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.claim())) {
            statement.setString(1, claim.runId());
            statement.setString(2, claim.unit());
            statement.setString(3, claim.table());
            statement.setString(4, claim.owner());
            statement.setLong(5, claim.lease().toMillis());
            return first(statement);
        }
    }

    private Optional<LedgerRow> holder(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.find())) {
            statement.setString(1, claim.runId());
            statement.setString(2, claim.unit());
            return first(statement);
        }
    }

    private static Optional<LedgerRow> first(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(LedgerTable.row(result)) : Optional.empty();
        }
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

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DmtException(ErrorCode.CANCELLED, "interrupted while waiting for unit " + claim.unit());
        }
    }
}
