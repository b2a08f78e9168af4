package dev.dmt.engine.mssql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How consistent a read of this database can be, and how it is had. */
enum SnapshotSupport {
    DATABASE_SNAPSHOT(
            "the source is a database snapshot: all that is read, by every process, is of one moment",
            "READ COMMITTED"),
    SNAPSHOT_ISOLATION(
            "snapshot isolation: each table or part is of the moment at which its reading begins. What is changed between"
                    + " those moments shows in validation; a database snapshot as the source has one moment for all",
            "SNAPSHOT"),
    STATEMENT_SNAPSHOT(
            "read committed snapshot: each table or part is of the moment at which its reading begins. What is changed"
                    + " between those moments shows in validation; a database snapshot as the source has one moment for all",
            "READ COMMITTED"),
    LOCKS(
            "read committed by locks: rows that are changed while a table is read may be seen twice or not at all, which"
                    + " shows in validation. ALTER DATABASE ... SET ALLOW_SNAPSHOT_ISOLATION ON gives each table one moment,"
                    + " a database snapshot as the source all of them",
            "READ COMMITTED");

    private static final String QUESTION = "SELECT CASE WHEN source_database_id IS NULL THEN 0 ELSE 1 END,"
            + " CAST(snapshot_isolation_state AS int), CAST(is_read_committed_snapshot_on AS int)"
            + " FROM sys.databases WHERE name = DB_NAME()";

    private final String guarantee;
    private final String isolation;

    SnapshotSupport(String guarantee, String isolation) {
        this.guarantee = guarantee;
        this.isolation = isolation;
    }

    /** What a server that does not say has is the least. */
    static SnapshotSupport of(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUESTION);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? of(row.getInt(1) == 1, row.getInt(2), row.getInt(3) == 1) : LOCKS;
        } catch (SQLException e) {
            if (ErrorNumber.isRefusedQuestion(e)) {
                return LOCKS;
            }
            throw e;
        }
    }

    /** @param isolationState as sys.databases numbers it: 1 is on */
    static SnapshotSupport of(boolean snapshot, int isolationState, boolean readCommitted) {
        if (snapshot) {
            return DATABASE_SNAPSHOT;
        }
        return isolationState == 1 ? SNAPSHOT_ISOLATION : readCommitted ? STATEMENT_SNAPSHOT : LOCKS;
    }

    String guarantee() {
        return guarantee;
    }

    /** Never READ UNCOMMITTED, which sees what is never committed. */
    String setIsolation() {
        return "SET TRANSACTION ISOLATION LEVEL " + isolation;
    }
}
