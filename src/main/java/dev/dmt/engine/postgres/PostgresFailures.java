package dev.dmt.engine.postgres;

import dev.dmt.engine.jdbc.JdbcErrors;
import dev.dmt.engine.jdbc.SqlFailures;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's errors mean: the code from the SQLSTATE, the place from the server. */
final class PostgresFailures implements SqlFailures {
    private static final String DEPENDED_ON = "2BP01";
    private static final String NO_SUCH_TABLE = "42P01";
    private static final Pattern COPY_PLACE = Pattern.compile("COPY .*?, line (\\d+)(?:, column ([^:]+))?");

    @Override
    public ErrorCode meaning(SQLException e) {
        String state = JdbcErrors.state(e);
        return state.isEmpty() ? ErrorCode.TRANSIENT : SqlState.meaning(state);
    }

    @Override
    public Optional<String> discreetly(SQLException e) {
        String state = JdbcErrors.state(e);
        return SqlState.quotesValues(state) ? Optional.of(SqlState.describe(state)) : Optional.empty();
    }

    @Override
    public Optional<String> advice(SQLException e) {
        String state = JdbcErrors.state(e);
        if (state.equals(DEPENDED_ON)) {
            return Optional.of("drop what depends on it and make it anew afterwards, or keep the table:"
                    + " migration.target_mode: truncate");
        }
        return meaning(e) == ErrorCode.DATA && state.startsWith("42")
                ? Optional.of("the database is not as it was described: for a target, run create-tables again;"
                        + " for a source, begin a new run")
                : Optional.empty();
    }

    @Override
    public Optional<String> connectAdvice(ErrorCode code) {
        return switch (code) {
            case AUTHENTICATION -> Optional.of("check user and password, and the server's pg_hba.conf");
            case PERMISSION -> Optional.of("the user needs CONNECT on the database");
            default -> Optional.empty();
        };
    }

    @Override
    public boolean isMissingTable(SQLException e) {
        return JdbcErrors.state(e).equals(NO_SUCH_TABLE);
    }

    /** A claim is one statement, in which nobody gets in the way of anybody. */
    @Override
    public boolean isContention(SQLException e) {
        return false;
    }

    @Override
    public ErrorContext place(SQLException e, ErrorContext where) {
        ErrorContext place = where;
        ServerErrorMessage server = e instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
        if (server == null) {
            return place;
        }
        if (DEPENDED_ON.equals(JdbcErrors.state(e))) {
            // Names of views and keys, no values.
            place = add(
                    place, "because", Optional.ofNullable(server.getDetail()).map(text -> text.replace('\n', ';')));
        }
        place = add(place, "table", Optional.ofNullable(server.getTable()));
        place = add(place, "constraint", Optional.ofNullable(server.getConstraint()));
        Matcher copy = COPY_PLACE.matcher(Optional.ofNullable(server.getWhere()).orElse(""));
        if (copy.find()) {
            place = place.and("line", copy.group(1));
            place = add(place, "column", Optional.ofNullable(copy.group(2)));
        }
        return add(place, "column", Optional.ofNullable(server.getColumn()));
    }

    private static ErrorContext add(ErrorContext place, String key, Optional<String> value) {
        return value.isEmpty() || place.where().containsKey(key) ? place : place.and(key, value.get());
    }
}
