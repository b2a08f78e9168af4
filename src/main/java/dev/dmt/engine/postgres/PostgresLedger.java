package dev.dmt.engine.postgres;

import dev.dmt.engine.Ledger;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.ErrorContext;
import dev.dmt.failpoint.Failpoint;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ledger, as a table in the target's default schema. Thread-safe. */
final class PostgresLedger implements Ledger, AutoCloseable {
    /** Any number will do that no other program locks by. */
    private static final long CREATION_LOCK = 0x646d745f6c6564L;

    private static final String NO_SUCH_TABLE = "42P01";

    private final PostgresConnections connections;
    private final LedgerTable table;
    private final LeaseKeeper keeper;

    PostgresLedger(PostgresConnections connections, String schema) {
        this.connections = connections;
        this.table = new LedgerTable(schema);
        this.keeper = new LeaseKeeper(connections, table);
    }

    @Override
    public void ensure() {
        connections.with("creating the ledger", connection -> {
            if (!exists(connection)) {
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
            return table;
        });
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
    public Optional<LedgerRow> find(String runId, String unit) {
        return rows(table.find(), runId, unit).stream().findFirst();
    }

    @Override
    public List<LedgerRow> list(String runId) {
        return rows(table.list(), runId);
    }

    /** A ledger that is not there has no rows. */
    private List<LedgerRow> rows(String sql, String... parameters) {
        return connections.with("reading the ledger", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setString(i + 1, parameters[i]);
                }
                Stream.Builder<LedgerRow> rows = Stream.builder();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(LedgerTable.row(result));
                    }
                }
                return rows.build().toList();
            } catch (SQLException e) {
                if (PostgresErrors.state(e).equals(NO_SUCH_TABLE)) {
                    return List.of();
                }
                throw e;
            }
        });
    }

    @Override
    public UnitSession claim(LedgerClaim claim) {
        Connection connection = connections.borrow();
        boolean handedOver = false;
        try {
            LedgerRow row = new UnitClaim(table, claim).take(connection);
            connection.setAutoCommit(false);
            Failpoint.pass("after-claim");
            PostgresUnitSession session = new PostgresUnitSession(connection, table, row, claim.lease());
            session.keepLease(keeper.keep(row, claim.lease(), session::markFenced));
            handedOver = true;
            return session;
        } catch (SQLException e) {
            throw PostgresErrors.during(
                    e,
                    "claiming unit " + claim.unit(),
                    ErrorContext.at("run", claim.runId()).and("unit", claim.unit()));
        } finally {
            if (!handedOver) {
                giveBack(connection);
            }
        }
    }

    @Override
    public List<String> supersede(String runId, TableName target) {
        return List.of(table.supersede(runId, target));
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The pool drops a connection that cannot be given back; what matters has been thrown already.
            return;
        }
    }

    @Override
    public void forget(String runId, List<String> units) {
        connections.with("forgetting units", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(table.forget())) {
                for (String unit : units) {
                    statement.setString(1, runId);
                    statement.setString(2, unit);
                    statement.executeUpdate();
                }
                return table;
            } catch (SQLException e) {
                if (PostgresErrors.state(e).equals(NO_SUCH_TABLE)) {
                    return table;
                }
                throw e;
            }
        });
    }

    @Override
    public void drop() {
        connections.with("dropping the ledger", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(table.drop());
            }
        });
    }

    @Override
    public void close() {
        keeper.close();
    }
}
