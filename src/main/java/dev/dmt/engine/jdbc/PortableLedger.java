package dev.dmt.engine.jdbc;

import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ledger by plain statements: a row is locked, looked at and changed. For engines that read committed data in each
 * statement anew, or that lock as they read.
 */
public class PortableLedger implements LedgerDialect {
    private static final String ROW =
            "run_id, unit, done, epoch, owner, lease_until, chunk, watermark, rows_read, rows_written, rows_rejected";
    private static final String KEY = " WHERE run_id = ? AND unit = ?";

    /** The owner too: a unit that was forgotten and claimed anew begins at the first epoch again. */
    private static final String MINE = KEY + " AND epoch = ? AND owner = ?";

    private final LedgerWords words;

    public PortableLedger(LedgerWords words) {
        this.words = words;
    }

    @Override
    public void ensure(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : words.create()) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    if (!words.isThereAlready(e)) {
                        throw e;
                    }
                }
            }
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    @Override
    public Optional<LedgerRow> find(Connection connection, String runId, String unit) throws SQLException {
        return rows(connection, "SELECT " + ROW + " FROM " + words.table() + KEY, runId, unit).stream()
                .findFirst();
    }

    @Override
    public List<LedgerRow> list(Connection connection, String runId) throws SQLException {
        return rows(connection, "SELECT " + ROW + " FROM " + words.table() + " WHERE run_id = ? ORDER BY unit", runId);
    }

    private static List<LedgerRow> rows(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<LedgerRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private static LedgerRow row(ResultSet result) throws SQLException {
        return new LedgerRow(
                result.getString(1),
                result.getString(2),
                result.getInt(3) != 0,
                result.getLong(4),
                result.getString(5),
                Instant.ofEpochMilli(result.getLong(6)),
                result.getLong(7),
                Optional.ofNullable(result.getString(8)),
                result.getLong(9),
                result.getLong(10),
                result.getLong(11));
    }

    @Override
    public Optional<LedgerRow> claim(Connection connection, LedgerClaim claim) throws SQLException {
        Optional<Holder> holder = holder(connection, claim);
        if (holder.isEmpty()) {
            insert(connection, claim);
        } else if (holder.get().isGone(connection, words)) {
            take(connection, claim);
        } else {
            return Optional.empty();
        }
        return find(connection, claim.runId(), claim.unit());
    }

    @Override
    public Optional<LedgerRow> inherit(Connection connection, LedgerClaim claim, LedgerRow dead) throws SQLException {
        if (!words.sessionsDieWithTheirProcess() || !hold(connection, dead)) {
            return Optional.empty();
        }
        take(connection, claim);
        return find(connection, claim.runId(), claim.unit());
    }

    private Optional<Holder> holder(Connection connection, LedgerClaim claim) throws SQLException {
        LedgerWords.RowLock lock = words.lock();
        String sql = "SELECT session_mark, CASE WHEN lease_until <= " + words.now() + " THEN 1 ELSE 0 END FROM "
                + words.table() + lock.afterTable() + KEY + lock.atEnd();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, claim.runId());
            statement.setString(2, claim.unit());
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? Optional.of(new Holder(Optional.ofNullable(result.getString(1)), result.getInt(2) != 0))
                        : Optional.empty();
            }
        }
    }

    private void insert(Connection connection, LedgerClaim claim) throws SQLException {
        String sql = "INSERT INTO " + words.table() + " (run_id, unit, target_table, owner, session_mark, done, epoch,"
                + " lease_until, chunk, rows_read, rows_written, rows_rejected, updated_at)"
                + " VALUES (?, ?, ?, ?, ?, 0, 1, " + words.now() + " + ?, 0, 0, 0, 0, " + words.now() + ")";
        String mark = words.sessionMark(connection);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, claim.runId());
            statement.setString(2, claim.unit());
            statement.setString(3, claim.table());
            statement.setString(4, claim.owner());
            statement.setString(5, mark);
            statement.setLong(6, claim.lease().toMillis());
            statement.executeUpdate();
        }
    }

    private void take(Connection connection, LedgerClaim claim) throws SQLException {
        String sql = "UPDATE " + words.table() + " SET epoch = epoch + 1, owner = ?, session_mark = ?, lease_until = "
                + words.now() + " + ?, updated_at = " + words.now() + KEY;
        String mark = words.sessionMark(connection);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, claim.owner());
            statement.setString(2, mark);
            statement.setLong(3, claim.lease().toMillis());
            statement.setString(4, claim.runId());
            statement.setString(5, claim.unit());
            statement.executeUpdate();
        }
    }

    @Override
    public boolean hold(Connection connection, LedgerRow held) throws SQLException {
        return isEpoch(connection, held, words.lock());
    }

    @Override
    public boolean isMine(Connection connection, LedgerRow held) throws SQLException {
        return isEpoch(connection, held, new LedgerWords.RowLock("", ""));
    }

    private boolean isEpoch(Connection connection, LedgerRow held, LedgerWords.RowLock lock) throws SQLException {
        String sql = "SELECT epoch FROM " + words.table() + lock.afterTable() + MINE + lock.atEnd();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindMine(statement, 1, held);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    @Override
    public Optional<LedgerRow> advance(Connection connection, LedgerRow held, Step step) throws SQLException {
        String sql = "UPDATE " + words.table() + " SET done = ?, chunk = ?, watermark = ?, rows_read = rows_read + ?,"
                + " rows_written = rows_written + ?, rows_rejected = rows_rejected + ?, lease_until = " + words.now()
                + " + ?, updated_at = " + words.now() + MINE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, step.advance().done() ? 1 : 0);
            statement.setLong(2, step.advance().chunk());
            statement.setString(3, step.advance().watermark().orElse(null));
            statement.setLong(4, step.advance().rowsRead());
            statement.setLong(5, step.written());
            statement.setLong(6, step.advance().rowsRejected());
            statement.setLong(7, step.lease().toMillis());
            bindMine(statement, 8, held);
            if (statement.executeUpdate() != 1) {
                return Optional.empty();
            }
        }
        return find(connection, held.runId(), held.unit());
    }

    @Override
    public boolean renew(Connection connection, LedgerRow held, Duration lease) throws SQLException {
        if (!isEpoch(connection, held, words.lockUnlessLocked())) {
            return isMine(connection, held);
        }
        String sql = "UPDATE " + words.table() + " SET lease_until = " + words.now() + " + ?, updated_at = "
                + words.now() + MINE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) Math.max(1, lease.toSeconds() / 3));
            statement.setLong(1, lease.toMillis());
            bindMine(statement, 2, held);
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public void release(Connection connection, LedgerRow held) throws SQLException {
        String sql = "UPDATE " + words.table() + " SET lease_until = " + words.now() + ", session_mark = NULL,"
                + " updated_at = " + words.now() + MINE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindMine(statement, 1, held);
            statement.executeUpdate();
        }
    }

    @Override
    public void forget(Connection connection, String runId, List<String> units) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + words.table() + KEY)) {
            for (String unit : units) {
                statement.setString(1, runId);
                statement.setString(2, unit);
                statement.executeUpdate();
            }
        }
    }

    @Override
    public List<String> supersede(String runId, TableName target) {
        return List.of("DELETE FROM " + words.table() + " WHERE run_id <> " + words.literal(runId)
                + " AND target_table = " + words.literal(target.toString()));
    }

    @Override
    public void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(words.drop());
        }
    }

    @Override
    public boolean ddlIsTransactional() {
        return words.ddlIsTransactional();
    }

    private static void bindMine(PreparedStatement statement, int first, LedgerRow row) throws SQLException {
        statement.setString(first, row.runId());
        statement.setString(first + 1, row.unit());
        statement.setLong(first + 2, row.epoch());
        statement.setString(first + 3, row.owner());
    }

    /** Who has a unit: no mark where it was given back. */
    private record Holder(Optional<String> sessionMark, boolean expired) {
        boolean isGone(Connection connection, LedgerWords words) throws SQLException {
            return expired || sessionMark.isEmpty() || !words.isAlive(connection, sessionMark.get());
        }
    }
}
