package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.jdbc.SqlFailures;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean. Its messages name tables, columns and constraints, never values. */
final class FileFailures implements SqlFailures {
    private static final Pattern BROKEN = Pattern.compile("(UNIQUE|NOT NULL|CHECK) constraint failed: (.*?)\\)?");
    private static final int PRIMARY = 0xff;

    @Override
    public ErrorCode meaning(SQLException e) {
        return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & PRIMARY)) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_IOERR, SQLITE_PROTOCOL, SQLITE_SCHEMA, SQLITE_NOMEM ->
                isFull(e) ? ErrorCode.STORAGE_FULL : ErrorCode.TRANSIENT;
            case SQLITE_FULL -> ErrorCode.STORAGE_FULL;
            case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_CORRUPT, SQLITE_RANGE -> ErrorCode.DATA;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN -> ErrorCode.PERMISSION;
            case SQLITE_NOTADB -> ErrorCode.CONFIG;
            case SQLITE_INTERRUPT -> ErrorCode.CANCELLED;
            case SQLITE_ERROR ->
                says(e, "no such") || says(e, "no column") || says(e, "already exists")
                        ? ErrorCode.DATA
                        : ErrorCode.INTERNAL;
            default -> ErrorCode.INTERNAL;
        };
    }

    private static boolean isFull(SQLException e) {
        return says(e, "disk is full") || says(e, "no space");
    }

    private static boolean says(SQLException e, String phrase) {
        return String.valueOf(e.getMessage()).contains(phrase);
    }

    @Override
    public Optional<String> discreetly(SQLException e) {
        return Optional.empty();
    }

    @Override
    public ErrorContext place(SQLException e, ErrorContext where) {
        Matcher broken = BROKEN.matcher(String.valueOf(e.getMessage()));
        if (!broken.find()) {
            return where;
        }
        String rest = String.valueOf(e.getMessage()).substring(broken.start(2));
        String named = rest.endsWith(")") ? rest.substring(0, rest.length() - 1) : rest;
        return broken.group(1).equals("NOT NULL")
                ? where.and("column", named.substring(named.lastIndexOf('.') + 1))
                : where.and("constraint", named);
    }

    @Override
    public Optional<String> advice(SQLException e) {
        return switch (meaning(e)) {
            case TRANSIENT ->
                Optional.of("another process holds the file's lock, or its disk does not answer: run the same"
                        + " again, it goes on where it stopped");
            case PERMISSION -> Optional.of("grant this user the right to write the file and its folder");
            case CONFIG -> Optional.of("target.path names a file that is no SQLite database, or an encrypted one");
            default ->
                says(e, "malformed")
                        ? Optional.of("the target file is damaged: remove it and run anew, or try sqlite3's .recover")
                        : Optional.empty();
        };
    }

    @Override
    public Optional<String> connectAdvice(ErrorCode code) {
        return switch (code) {
            case PERMISSION -> Optional.of("grant this user the right to write the file and its folder");
            case CONFIG -> Optional.of("target.path names a file that is no SQLite database, or an encrypted one");
            default -> Optional.of("see that no other program keeps the file locked; then run the same again");
        };
    }

    @Override
    public boolean isMissingTable(SQLException e) {
        return says(e, "no such table");
    }

    @Override
    public boolean isContention(SQLException e) {
        int code = e.getErrorCode() & PRIMARY;
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    @Override
    public String label(SQLException e) {
        return e instanceof SQLiteException own ? own.getResultCode().name() : "";
    }
}
