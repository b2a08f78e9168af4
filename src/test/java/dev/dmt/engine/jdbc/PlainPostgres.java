package dev.dmt.engine.jdbc;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.TableLoad;
import dev.dmt.error.ErrorCode;
import dev.dmt.testing.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** An engine of few words on a real server. Its DDL claims to commit by itself where a test wants to see that. */
record PlainPostgres(DatabaseConfig config, boolean ddlIsTransactional)
        implements JdbcDriver, LedgerWords, SqlFailures, TargetWork {
    JdbcConnections open(int connections) {
        return JdbcConnections.open(config, this, connections);
    }

    JdbcLedger ledger(JdbcConnections connections) {
        return new JdbcLedger(connections, new PortableLedger(this), this);
    }

    @Override
    public Connection connect() {
        return TestPostgres.connect(config);
    }

    @Override
    public SqlFailures failures() {
        return this;
    }

    @Override
    public ErrorCode meaning(SQLException e) {
        return JdbcErrors.state(e).startsWith("08") || JdbcErrors.state(e).startsWith("57")
                ? ErrorCode.TRANSIENT
                : ErrorCode.DATA;
    }

    @Override
    public Optional<String> discreetly(SQLException e) {
        return Optional.empty();
    }

    @Override
    public boolean isMissingTable(SQLException e) {
        return JdbcErrors.state(e).equals("42P01");
    }

    @Override
    public boolean isContention(SQLException e) {
        return List.of("23505", "40001", "40P01").contains(JdbcErrors.state(e));
    }

    @Override
    public String table() {
        return "dmt_ledger";
    }

    @Override
    public List<String> create() {
        return List.of("CREATE TABLE IF NOT EXISTS dmt_ledger (run_id text, unit text, target_table text, owner text,"
                + " session_mark text, watermark text, done integer, epoch bigint, lease_until bigint, chunk bigint,"
                + " rows_read bigint, rows_written bigint, rows_rejected bigint, updated_at bigint,"
                + " PRIMARY KEY (run_id, unit))");
    }

    @Override
    public String drop() {
        return "DROP TABLE IF EXISTS dmt_ledger";
    }

    @Override
    public boolean isThereAlready(SQLException e) {
        return List.of("42P07", "23505").contains(JdbcErrors.state(e));
    }

    @Override
    public String now() {
        return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)";
    }

    @Override
    public String sessionMark(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT pid || '@' || backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()")) {
            result.next();
            return result.getString(1);
        }
    }

    @Override
    public boolean isAlive(Connection connection, String sessionMark) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM pg_stat_activity WHERE pid || '@' || backend_start = ?")) {
            statement.setString(1, sessionMark);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    @Override
    public long load(Connection connection, TableLoad load, InputStream chunk) throws SQLException, IOException {
        long rows = 0;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?)");
                BufferedReader lines = new BufferedReader(new InputStreamReader(chunk, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                insert.setLong(1, Long.parseLong(line));
                rows += insert.executeUpdate();
            }
        }
        return rows;
    }

    /** As an engine does whose DDL commits by itself. */
    @Override
    public void execute(Statement statement, String sql) throws SQLException {
        statement.execute(sql);
        if (!ddlIsTransactional && sql.startsWith("CREATE")) {
            statement.getConnection().commit();
        }
    }
}
