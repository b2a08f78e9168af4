package dev.dmt.engine.oracle;

import dev.dmt.engine.jdbc.LedgerWords;
import dev.dmt.schema.TableName;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** The ledger as a table of the target's schema. No privilege is needed to see whether the session of a holder lives. */
record OracleLedgerWords(String schema) implements LedgerWords {
    static final String TABLE = "DMT_LEDGER";
    private static final int NAME_TAKEN = 955;

    /** A difference of dates is a number of days; the seconds keep their fraction. */
    private static final String NOW =
            "ROUND((TRUNC(SYS_EXTRACT_UTC(SYSTIMESTAMP), 'MI') - DATE '1970-01-01') * 86400000"
                    + " + EXTRACT(SECOND FROM SYS_EXTRACT_UTC(SYSTIMESTAMP)) * 1000)";

    private static final String ALIVE =
            "BEGIN IF DBMS_SESSION.IS_SESSION_ALIVE(?) THEN ? := 1; ELSE ? := 0; END IF; END;";

    @Override
    public String table() {
        return OracleIdentifiers.quote(new TableName(schema, TABLE));
    }

    @Override
    public List<String> create() {
        String create =
                "CREATE TABLE " + table() + " (run_id VARCHAR2(255 CHAR) NOT NULL, unit VARCHAR2(745 CHAR) NOT NULL,"
                        + " target_table VARCHAR2(1000 CHAR), owner VARCHAR2(1000 CHAR) NOT NULL, session_mark VARCHAR2(100 CHAR),"
                        + " watermark CLOB, done NUMBER(1) NOT NULL, epoch NUMBER(19) NOT NULL, lease_until NUMBER(19) NOT NULL,"
                        + " chunk NUMBER(19) NOT NULL, rows_read NUMBER(19) NOT NULL, rows_written NUMBER(19) NOT NULL,"
                        + " rows_rejected NUMBER(19) NOT NULL, updated_at NUMBER(19) NOT NULL, CONSTRAINT \"" + TABLE
                        + "_PK\" PRIMARY KEY (run_id, unit))";
        return List.of(GuardedStatement.unlessThere(GuardedStatement.table(new TableName(schema, TABLE)), create));
    }

    @Override
    public String drop() {
        return GuardedStatement.whereThere(
                GuardedStatement.table(new TableName(schema, TABLE)), "DROP TABLE " + table() + " PURGE");
    }

    @Override
    public boolean isThereAlready(SQLException e) {
        return e.getErrorCode() == NAME_TAKEN;
    }

    @Override
    public String now() {
        return NOW;
    }

    @Override
    public String sessionMark(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT DBMS_SESSION.UNIQUE_SESSION_ID FROM DUAL");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getString(1);
        }
    }

    @Override
    public boolean isAlive(Connection connection, String sessionMark) throws SQLException {
        try (CallableStatement statement = connection.prepareCall(ALIVE)) {
            statement.setString(1, sessionMark);
            statement.registerOutParameter(2, Types.INTEGER);
            statement.registerOutParameter(3, Types.INTEGER);
            statement.execute();
            return statement.getInt(2) == 1;
        }
    }

    @Override
    public boolean ddlIsTransactional() {
        return false;
    }
}
