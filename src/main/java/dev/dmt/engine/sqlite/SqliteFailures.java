package dev.dmt.engine.sqlite;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Turns the driver's failures into ours, by SQLite's primary result code. */
final class SqliteFailures {
    private SqliteFailures() {}

    static DmtException of(String doing, ErrorContext context, SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        String message = doing + ": " + failure.getMessage();
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return failure(
                    ErrorCode.TRANSIENT,
                    message,
                    context,
                    failure,
                    "another process holds a lock; try again, or" + " stop the writer, or set source.snapshot: copy");
        } else if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return failure(
                    ErrorCode.DATA,
                    message,
                    context,
                    failure,
                    "the file is damaged or cut short; try" + " 'PRAGMA integrity_check' and sqlite3's .recover");
        } else if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return failure(
                    ErrorCode.DATA,
                    message,
                    context,
                    failure,
                    "the file is not a SQLite database, or it is" + " encrypted; decrypt it first");
        } else if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return failure(
                    ErrorCode.PERMISSION,
                    message,
                    context,
                    failure,
                    "a database in WAL mode needs its -shm file"
                            + " beside it: grant write access to its folder, or copy the database elsewhere");
        } else if (code == SQLiteErrorCode.SQLITE_PERM.code
                || code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_AUTH.code) {
            return failure(
                    ErrorCode.PERMISSION, message, context, failure, "check who may read the file and its folder");
        } else if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return failure(ErrorCode.STORAGE_FULL, message, context, failure, "free some space and run again");
        } else if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return failure(ErrorCode.TRANSIENT, message, context, failure, "the disk failed to answer; try again");
        } else if (code == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
            return failure(ErrorCode.CANCELLED, message, context, failure, "run again to go on");
        }
        return failure(ErrorCode.DATA, message, context, failure, "see whether sqlite3 can read this table");
    }

    private static DmtException failure(
            ErrorCode code, String message, ErrorContext context, SQLException cause, String hint) {
        ErrorContext hinted = context.hint().isPresent() ? context : context.withHint(hint);
        return new DmtException(code, message, hinted, cause);
    }
}
