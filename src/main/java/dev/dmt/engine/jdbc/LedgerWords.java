package dev.dmt.engine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What {@link PortableLedger} must know of an engine. The table's columns, by these names in any case: run_id, unit,
 * target_table, owner, session_mark, watermark (texts; all but run_id, unit and owner may be NULL; compared to the letter;
 * watermark without a limit that a long key could exceed), done (0 or 1), epoch, lease_until, chunk, rows_read,
 * rows_written, rows_rejected, updated_at (whole numbers of 64 bits); primary key (run_id, unit). Times are milliseconds
 * since 1970-01-01 00:00 UTC. Thread-safe.
 */
public interface LedgerWords {
    /** The table, qualified and quoted. */
    String table();

    /** Creates the table if it is not there. Run one by one; an error that says that it is there already is none. */
    List<String> create();

    /** Drops the table if it is there. */
    String drop();

    /** True where an error of {@link #create} says that another has created the table at the same moment. */
    boolean isThereAlready(SQLException e);

    /** The database's clock as an expression, in milliseconds: as of the statement, not of the transaction. */
    String now();

    /** How rows are locked that a query finds. */
    default RowLock lock() {
        return new RowLock("", " FOR UPDATE");
    }

    /** As {@link #lock}, where a row that another has locked is passed over at once. */
    default RowLock lockUnlessLocked() {
        return new RowLock("", " FOR UPDATE SKIP LOCKED");
    }

    /** Tells the session of this connection from all others of the server, also from later ones that bear its number. */
    default String sessionMark(Connection connection) throws SQLException {
        return "held";
    }

    /** False where the session of this mark has certainly ended: it can commit no more. */
    default boolean isAlive(Connection connection, String sessionMark) throws SQLException {
        return true;
    }

    /**
     * True where the session of a process that has died on this machine ends with it: a database in a file. Then its unit
     * is inherited at once.
     */
    default boolean sessionsDieWithTheirProcess() {
        return false;
    }

    /** A text as a literal. */
    default String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** See {@link LedgerDialect#ddlIsTransactional()}. */
    boolean ddlIsTransactional();

    /** What stands after the table's name, and at the end of the query. */
    record RowLock(String afterTable, String atEnd) {}
}
