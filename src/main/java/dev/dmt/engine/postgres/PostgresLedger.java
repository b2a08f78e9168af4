package dev.dmt.engine.postgres;

import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerNote;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.jdbc.LedgerDialect;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger, as a table in the target's default schema. */
record PostgresLedger(LedgerTable table) implements LedgerDialect {
    /** Any number will do that no other program locks by. */
    private static final long CREATION_LOCK = 0x646d745f6c6564L;

    @Override
    public void ensure(Connection connection) throws SQLException {
        if (exists(connection)) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // IF NOT EXISTS alone fails where two sessions create at the same moment.
            statement.execute("SELECT pg_advisory_xact_lock(" + CREATION_LOCK + ")");
            for (String sql : new PostgresDdl().createSchema(table.schema())) {
                statement.execute(sql);
            }
            statement.execute(table.create());
        }
        connection.commit();
    }

    private boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, table.table());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    @Override
    public Optional<LedgerRow> find(Connection connection, String runId, String unit) throws SQLException {
        return rows(connection, table.find(), runId, unit).stream().findFirst();
    }

    @Override
    public List<LedgerRow> list(Connection connection, String runId) throws SQLException {
        return rows(connection, table.list(), runId);
    }

    private static List<LedgerRow> rows(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<LedgerRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(LedgerTable.row(result));
                }
            }
            return rows;
        }
    }

    @Override
    public Optional<LedgerRow> claim(Connection connection, LedgerClaim claim) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.claim())) {
            statement.setString(1, claim.runId());
            statement.setString(2, claim.unit());
            statement.setString(3, claim.table());
            statement.setString(4, claim.owner());
            statement.setLong(5, claim.lease().toMillis());
            return first(statement);
        }
    }

    @Override
    public boolean hold(Connection connection, LedgerRow held) throws SQLException {
        return hasRow(connection, table.mine() + " FOR UPDATE", held);
    }

    @Override
    public Optional<LedgerRow> advance(Connection connection, LedgerRow held, Step step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.advance())) {
            statement.setBoolean(1, step.advance().done());
            statement.setLong(2, step.advance().chunk());
            if (step.advance().watermark().isPresent()) {
                statement.setString(3, step.advance().watermark().get());
            } else {
                statement.setNull(3, Types.VARCHAR);
            }
            statement.setLong(4, step.advance().rowsRead());
            statement.setLong(5, step.written());
            statement.setLong(6, step.advance().rowsRejected());
            statement.setLong(7, step.lease().toMillis());
            bindMine(statement, 8, held);
            return first(statement);
        }
    }

    @Override
    public boolean renew(Connection connection, LedgerRow held, Duration lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.renew())) {
            statement.setQueryTimeout((int) Math.max(1, lease.toSeconds() / 3));
            bindMine(statement, 1, held);
            statement.setLong(5, lease.toMillis());
            bindMine(statement, 6, held);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    @Override
    public boolean isMine(Connection connection, LedgerRow held) throws SQLException {
        return hasRow(connection, table.mine(), held);
    }

    private static boolean hasRow(Connection connection, String sql, LedgerRow held) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindMine(statement, 1, held);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    @Override
    public void release(Connection connection, LedgerRow held) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.release())) {
            bindMine(statement, 1, held);
            statement.executeUpdate();
        }
    }

    @Override
    public void note(Connection connection, LedgerNote note) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.note())) {
            statement.setString(1, LedgerNote.RUN_ID);
            statement.setString(2, note.unit());
            statement.setString(3, note.table().toString());
            statement.setString(4, note.text());
            statement.executeUpdate();
        }
    }

    @Override
    public void forget(Connection connection, String runId, List<String> units) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.forget())) {
            for (String unit : units) {
                statement.setString(1, runId);
                statement.setString(2, unit);
                statement.executeUpdate();
            }
        }
    }

    @Override
    public List<String> supersede(String runId, TableName target) {
        return List.of(table.supersede(runId, target));
    }

    @Override
    public void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(table.drop());
        }
    }

    private static Optional<LedgerRow> first(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(LedgerTable.row(result)) : Optional.empty();
        }
    }

    private static void bindMine(PreparedStatement statement, int first, LedgerRow row) throws SQLException {
        statement.setString(first, row.runId());
        statement.setString(first + 1, row.unit());
        statement.setLong(first + 2, row.epoch());
        statement.setString(first + 3, row.owner());
    }
}
