package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.jdbc.PortableLedger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The ledger in the file of the data. Whatever writes takes its turn first, so that what it has looked at before it writes
 * is still so.
 *
 * <p>Who waits for its turn cannot renew its lease meanwhile. So each commit of a process renews the leases of all its units.
 */
final class FileLedger extends PortableLedger {
    private final FileLedgerWords words;
    private final WriteTurns turns;

    FileLedger(FileLedgerWords words, WriteTurns turns) {
        super(words);
        this.words = words;
        this.turns = turns;
    }

    @Override
    public void begin(Connection connection) {
        turns.begin(connection);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        turns.commit(connection);
    }

    @Override
    public void rollBack(Connection connection) throws SQLException {
        turns.rollBack(connection);
    }

    @Override
    public void ensure(Connection connection) throws SQLException {
        if (isThere(connection)) {
            return;
        }
        alone(connection, words.create());
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + FileLedgerWords.NAME + "'")) {
            return found.next();
        }
    }

    @Override
    public void drop(Connection connection) throws SQLException {
        alone(connection, List.of(words.drop()));
    }

    private void alone(Connection connection, List<String> statements) throws SQLException {
        turns.take(connection);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            turns.commit(connection);
        } finally {
            turns.rollBack(connection);
        }
    }

    @Override
    public Optional<LedgerRow> claim(Connection connection, LedgerClaim claim) throws SQLException {
        turns.take(connection);
        return super.claim(connection, claim);
    }

    @Override
    public Optional<LedgerRow> inherit(Connection connection, LedgerClaim claim, LedgerRow dead) throws SQLException {
        turns.take(connection);
        return super.inherit(connection, claim, dead);
    }

    @Override
    public boolean hold(Connection connection, LedgerRow held) throws SQLException {
        turns.take(connection);
        return super.hold(connection, held);
    }

    @Override
    public Optional<LedgerRow> advance(Connection connection, LedgerRow held, Step step) throws SQLException {
        turns.take(connection);
        Optional<LedgerRow> advanced = super.advance(connection, held, step);
        if (advanced.isPresent()) {
            renewAll(connection, step.lease());
        }
        return advanced;
    }

    private void renewAll(Connection connection, Duration lease) throws SQLException {
        String sql = "UPDATE " + words.table() + " SET lease_until = " + words.now() + " + ? WHERE session_mark = ?"
                + " AND lease_until < " + words.now() + " + ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, lease.toMillis());
            statement.setString(2, words.mark());
            statement.setLong(3, lease.toMillis());
            statement.executeUpdate();
        }
    }

    @Override
    public boolean renew(Connection connection, LedgerRow held, Duration lease) throws SQLException {
        if (!isMine(connection, held)) {
            return false;
        }
        if (isFresh(connection, held, lease)) {
            return true;
        }
        turns.take(connection);
        return super.renew(connection, held, lease);
    }

    /** Renewed by another of our commits while this one would have had to wait for it. */
    private boolean isFresh(Connection connection, LedgerRow held, Duration lease) throws SQLException {
        String sql = "SELECT 1 FROM " + words.table() + " WHERE run_id = ? AND unit = ? AND lease_until > "
                + words.now() + " + ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, held.runId());
            statement.setString(2, held.unit());
            statement.setLong(3, lease.toMillis() * 2 / 3);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    @Override
    public void release(Connection connection, LedgerRow held) throws SQLException {
        turns.take(connection);
        super.release(connection, held);
    }

    @Override
    public void forget(Connection connection, String runId, List<String> units) throws SQLException {
        turns.take(connection);
        super.forget(connection, runId, units);
    }
}
