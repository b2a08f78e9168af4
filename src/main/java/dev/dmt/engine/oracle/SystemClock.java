package dev.dmt.engine.oracle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The number of a state of the database for a user with no right to ask for the present one: from the time of day. The
 * server knows that to some seconds, so it is asked until its answer is not before the moment of the first question: what
 * was committed by then is seen.
 */
final class SystemClock {
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final long PAUSE_MILLIS = 250;
    private static final String FORMAT = "'YYYY-MM-DD HH24:MI:SS.FF6'";
    private static final String NOW = "SELECT TO_CHAR(SYSTIMESTAMP, " + FORMAT + ") FROM DUAL";
    private static final String NUMBER = "SELECT s.scn, CASE WHEN SCN_TO_TIMESTAMP(s.scn) >= TO_TIMESTAMP(?, " + FORMAT
            + ") THEN 1 ELSE 0 END FROM (SELECT TIMESTAMP_TO_SCN(SYSTIMESTAMP) AS scn FROM DUAL) s";

    private SystemClock() {}

    /** Empty where the server does not say. */
    static OptionalLong number(Connection connection) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            Optional<String> since = OracleCatalog.first(connection, NOW);
            if (since.isEmpty()) {
                return OptionalLong.empty();
            }
            while (true) {
                Answer answer = ask(connection, since.get());
                if (answer.late || System.nanoTime() > end) {
                    return OptionalLong.of(answer.number);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            if (new OracleFailures().meaning(e).retryable() && !isUnknownTime(e)) {
                throw e;
            }
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the snapshot was taken", "57014", e);
        }
    }

    /** The server has no state for that time, or no time for that state. */
    private static boolean isUnknownTime(SQLException e) {
        return e.getErrorCode() == 8180 || e.getErrorCode() == 8181 || e.getErrorCode() == 8186;
    }

    private static Answer ask(Connection connection, String since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NUMBER)) {
            statement.setString(1, since);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Answer(row.getLong(1), row.getInt(2) == 1);
            }
        }
    }

    /** @param late the state is not before the moment that counts */
    private record Answer(long number, boolean late) {}
}
