package dev.dmt.engine.postgres;

import dev.dmt.engine.jdbc.JdbcErrors;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;

/** Turns the driver's exceptions into ours. */
final class PostgresErrors {
    private static final JdbcErrors WORDING = new JdbcErrors(new PostgresFailures());

    private PostgresErrors() {}

    /** A failure while something was done on an open connection. */
    static DmtException during(SQLException e, String doing, ErrorContext where) {
        return WORDING.during(e, doing, where);
    }

    /** Why the server refused, without values of a row. */
    static String reason(SQLException e) {
        return WORDING.reason(e);
    }
}
