package dev.dmt.engine.oracle;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The one state of the database that all readers of a process see, by its number.
 *
 * @param number empty where the user may not look back: each reader then sees a state of its own
 */
record SystemChange(OptionalLong number) {
    /** Each takes a right of its own. */
    private static final List<String> QUESTIONS =
            List.of("SELECT DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER FROM DUAL", "SELECT CURRENT_SCN FROM V$DATABASE");

    private static final String ANY_TABLE =
            "SELECT t.TABLE_NAME FROM ALL_TABLES t WHERE t.OWNER = ? AND t.TEMPORARY = 'N'"
                    + " AND t.NESTED = 'NO' AND t.IOT_TYPE IS NULL AND NOT EXISTS (SELECT 1 FROM ALL_EXTERNAL_TABLES x"
                    + " WHERE x.OWNER = t.OWNER AND x.TABLE_NAME = t.TABLE_NAME) AND ROWNUM = 1";

    private static final int NO_RIGHTS = 1031;

    static SystemChange now(JdbcConnections connections, DatabaseConfig config, String schema) {
        Optional<String> given = Optional.ofNullable(config.properties().get(DriverProperties.SCN));
        if (given.isPresent()) {
            return new SystemChange(OptionalLong.of(parse(given.get())));
        }
        return connections.with("taking a snapshot of the source", connection -> {
            OptionalLong number = ask(connection);
            boolean allowed = number.isPresent() && mayLookBack(connection, schema, number.getAsLong());
            return new SystemChange(allowed ? number : OptionalLong.empty());
        });
    }

    private static long parse(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the property " + DriverProperties.SCN + " of the source is no number",
                    ErrorContext.at("key", "source.properties")
                            .withHint("give it an SCN of the server, or leave it out"),
                    e);
        }
    }

    private static OptionalLong ask(Connection connection) throws SQLException {
        for (String question : QUESTIONS) {
            try {
                Optional<String> number = OracleCatalog.first(connection, question);
                if (number.isPresent()) {
                    return OptionalLong.of(Long.parseLong(number.get()));
                }
            } catch (SQLException e) {
                if (new OracleFailures().meaning(e).retryable()) {
                    throw e;
                }
            }
        }
        return SystemClock.number(connection);
    }

    /** Tables of another's schema take a right of their own to look back at. */
    private static boolean mayLookBack(Connection connection, String schema, long number) throws SQLException {
        Optional<String> table = anyTable(connection, schema);
        if (table.isEmpty()) {
            return true;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1 FROM " + OracleIdentifiers.quote(schema) + "."
                        + OracleIdentifiers.quote(table.get()) + " AS OF SCN " + number + " WHERE 1 = 0")) {
            return !result.next();
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_RIGHTS) {
                return false;
            }
            throw e;
        }
    }

    private static Optional<String> anyTable(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANY_TABLE)) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    /** What stands behind a table's name to read it as it was. */
    String asOf() {
        return number.isPresent() ? " AS OF SCN " + number.getAsLong() : "";
    }

    String guarantee() {
        return number.isPresent()
                ? "all that a process reads is of one moment, SCN " + number.getAsLong()
                        + ". Steps run in processes of their own see later moments, unless source.properties has"
                        + " {\"" + DriverProperties.SCN + "\": \"" + number.getAsLong() + "\"}"
                : "each reader sees one moment, but each one of its own: the user lacks FLASHBACK on the tables (GRANT"
                        + " FLASHBACK ON ..., or FLASHBACK ANY TABLE). What is changed meanwhile shows in validation";
    }

    /** Brings a connection into a state of its own where there is no common one. */
    void enter(Connection connection) throws SQLException {
        if (number.isPresent()) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY");
        }
    }
}
