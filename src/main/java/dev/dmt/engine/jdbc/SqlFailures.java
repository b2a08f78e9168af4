package dev.dmt.engine.jdbc;

import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.util.Optional;

/** What an engine's errors mean. {@link JdbcErrors} makes sentences and exceptions of it. */
public interface SqlFailures {
    /**
     * What an error means on an open connection. TRANSIENT where the same may succeed the next time (a lost connection, a
     * deadlock, a time-out), DATA where a row or the shape of the database is at fault, INTERNAL where nothing is known.
     */
    ErrorCode meaning(SQLException e);

    /** What to say in place of the server's own words, where those may quote values of a row; empty where they cannot. */
    Optional<String> discreetly(SQLException e);

    /** Adds what the error says of its place: table, column, constraint, line. */
    default ErrorContext place(SQLException e, ErrorContext where) {
        return where;
    }

    /** What to do about an error that this engine knows; empty for the general advice. */
    default Optional<String> advice(SQLException e) {
        return Optional.empty();
    }

    /** What to do about a connection that failed; empty for the general advice. */
    default Optional<String> connectAdvice(ErrorCode code) {
        return Optional.empty();
    }

    /** True where a table of the statement is not there. */
    boolean isMissingTable(SQLException e);

    /** True where a claim lost a race and may be tried again: a deadlock, a row that another inserted first, a busy file. */
    boolean isContention(SQLException e);

    /** How the server names the error, to look it up by. */
    default String label(SQLException e) {
        String state = JdbcErrors.state(e);
        String number = e.getErrorCode() == 0 ? "" : "error " + e.getErrorCode();
        return state.isEmpty() ? number : "SQLSTATE " + state + (number.isEmpty() ? "" : ", " + number);
    }
}
