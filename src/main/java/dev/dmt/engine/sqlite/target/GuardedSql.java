package dev.dmt.engine.sqlite.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite has no procedural SQL, so what guards a statement is written in front of it, in a comment that only dmt reads: a
 * query that must find nothing, or something, for the statement to be run; or a count that must be zero.
 */
final class GuardedSql {
    private static final String UNLESS = "/* dmt unless ";
    private static final String WHERE = "/* dmt where ";
    private static final String NONE = "/* dmt none */ ";
    private static final String END = " */ ";

    private GuardedSql() {}

    /** The statement is run where the query finds nothing. */
    static String unless(String query, String statement) {
        return UNLESS + query.length() + END + query + "; " + statement;
    }

    /** The statement is run where the query finds something. */
    static String where(String query, String statement) {
        return WHERE + query.length() + END + query + "; " + statement;
    }

    /** Fails where the query counts any rows. */
    static String none(String countingQuery) {
        return NONE + countingQuery;
    }

    static void execute(Statement statement, String sql) throws SQLException {
        if (sql.startsWith(NONE)) {
            requireNone(statement, sql.substring(NONE.length()));
        } else if (sql.startsWith(UNLESS)) {
            if (!finds(statement, query(sql))) {
                statement.execute(plain(sql));
            }
        } else if (!sql.startsWith(WHERE)) {
            statement.execute(sql);
        } else if (finds(statement, query(sql))) {
            statement.execute(plain(sql));
        }
    }

    private static void requireNone(Statement statement, String query) throws SQLException {
        try (ResultSet count = statement.executeQuery(query)) {
            if (count.next() && count.getLong(1) > 0) {
                throw new SQLiteException("rows break a constraint", SQLiteErrorCode.SQLITE_CONSTRAINT);
            }
        }
    }

    private static boolean finds(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static String query(String sql) {
        int first = sql.indexOf(END) + END.length();
        return sql.substring(first, first + length(sql));
    }

    /** The statement without its guard. */
    static String plain(String sql) {
        if (sql.startsWith(NONE)) {
            return sql.substring(NONE.length());
        }
        return sql.startsWith(UNLESS) || sql.startsWith(WHERE)
                ? sql.substring(sql.indexOf(END) + END.length() + length(sql) + 2)
                : sql;
    }

    private static int length(String sql) {
        int end = sql.indexOf(END);
        return Integer.parseInt(sql.substring(sql.lastIndexOf(' ', end - 1) + 1, end));
    }
}
