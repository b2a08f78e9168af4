package dev.dmt.engine.mssql;

import dev.dmt.engine.jdbc.LedgerWords;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The ledger's table in T-SQL, in the target's default schema. */
record MssqlLedger(String schema) implements LedgerWords {
    private static final String EXACT = " COLLATE Latin1_General_BIN2";
    private static final int ALREADY_THERE = 2714;
    private static final int NAME_OF_SCHEMA_TAKEN = 2759;

    private TableName name() {
        return new TableName(schema, LedgerTable.NAME);
    }

    @Override
    public String table() {
        return Identifiers.quote(name());
    }

    /** The key must fit an index: 250 and 600 units make 1700 bytes, which a plain one takes. */
    @Override
    public List<String> create() {
        return List.of(
                new MssqlDdl().createSchema(schema).get(0),
                GuardedStatement.when(
                        Identifiers.objectId(name()) + " IS NULL",
                        "CREATE TABLE " + table() + " (run_id nvarchar(250)" + EXACT + " NOT NULL, unit nvarchar(600)"
                                + EXACT + " NOT NULL, target_table nvarchar(300)" + EXACT + " NULL, owner nvarchar(400)"
                                + EXACT + " NOT NULL, session_mark nvarchar(100)" + EXACT
                                + " NULL, watermark nvarchar(max)" + EXACT + " NULL, done smallint NOT NULL,"
                                + " epoch bigint NOT NULL, lease_until bigint NOT NULL, chunk bigint NOT NULL,"
                                + " rows_read bigint NOT NULL, rows_written bigint NOT NULL,"
                                + " rows_rejected bigint NOT NULL, updated_at bigint NOT NULL, CONSTRAINT "
                                + Identifiers.quote(LedgerTable.NAME + "_pkey")
                                + " PRIMARY KEY NONCLUSTERED (run_id, unit))"));
    }

    @Override
    public String drop() {
        return GuardedStatement.when(Identifiers.objectId(name()) + " IS NOT NULL", "DROP TABLE " + table());
    }

    @Override
    public boolean isThereAlready(SQLException e) {
        return e.getErrorCode() == ALREADY_THERE || e.getErrorCode() == NAME_OF_SCHEMA_TAKEN;
    }

    @Override
    public String now() {
        return "DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME())";
    }

    /** Also a key that is not there is held, so that of two who begin one waits. */
    @Override
    public RowLock lock() {
        return new RowLock(" WITH (UPDLOCK, HOLDLOCK, ROWLOCK)", "");
    }

    @Override
    public RowLock lockUnlessLocked() {
        return new RowLock(" WITH (UPDLOCK, ROWLOCK, READPAST)", "");
    }

    @Override
    public String literal(String text) {
        return Identifiers.literal(text);
    }

    /** A number is given out again when its session has ended; the moment of its login is not. */
    @Override
    public String sessionMark(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT CONCAT(@@SPID, '/', CONVERT(varchar(30), (SELECT login_time"
                                + " FROM sys.dm_exec_sessions WHERE session_id = @@SPID), 126))")) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            if (ErrorNumber.isRefusedQuestion(e)) {
                return "held";
            }
            throw e;
        }
    }

    /**
     * A user who may not see the sessions of others sees its own alone: then the lease
     * decides.
     */
    @Override
    public boolean isAlive(Connection connection, String sessionMark) throws SQLException {
        int slash = sessionMark.indexOf('/');
        if (slash < 0 || slash + 1 == sessionMark.length() || !seesAll(connection)) {
            return true;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT COUNT(*) FROM sys.dm_exec_sessions WHERE session_id = ?"
                        + " AND CONVERT(varchar(30), login_time, 126) = ?")) {
            statement.setInt(1, Integer.parseInt(sessionMark.substring(0, slash)));
            statement.setString(2, sessionMark.substring(slash + 1));
            try (ResultSet result = statement.executeQuery()) {
                return !result.next() || result.getInt(1) > 0;
            }
        }
    }

    private static boolean seesAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE')")) {
            return result.next() && result.getInt(1) == 1;
        } catch (SQLException e) {
            if (ErrorNumber.isRefusedQuestion(e)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean ddlIsTransactional() {
        return true;
    }
}
