package dev.dmt.engine.postgres;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns the driver's exceptions into ours: the code from the SQLSTATE, the place from the server, never a row's values. */
final class PostgresErrors {
    private static final String DEPENDED_ON = "2BP01";
    private static final Pattern COPY_PLACE = Pattern.compile("COPY .*?, line (\\d+)(?:, column ([^:]+))?");

    private PostgresErrors() {}

    /** A failure while something was done on an open connection. */
    static DmtException during(SQLException e, String doing, ErrorContext where) {
        String state = state(e);
        ErrorCode code = state.isEmpty() ? ErrorCode.TRANSIENT : SqlState.meaning(state);
        boolean secretive = SqlState.quotesValues(state);
        String what = secretive ? SqlState.describe(state) : message(e);
        DmtException failure = new DmtException(
                code,
                doing + " failed: " + what + (state.isEmpty() ? "" : " (SQLSTATE " + state + ")"),
                hint(code, state, place(e, where)),
                secretive ? redacted(e, what) : e);
        addNext(failure, e, secretive);
        return failure;
    }

    /** A failure to connect: what would be transient on an open connection makes the server unreachable here. */
    static DmtException connecting(SQLException e, DatabaseConfig config) {
        SQLException root = rootOf(e);
        String state = state(root);
        ErrorCode meaning = state.isEmpty() ? ErrorCode.TRANSIENT : SqlState.meaning(state);
        ErrorCode code =
                meaning == ErrorCode.TRANSIENT || meaning == ErrorCode.INTERNAL ? ErrorCode.UNREACHABLE : meaning;
        return new DmtException(
                code,
                "cannot connect to " + config.describe() + ": " + message(root),
                connectHint(code, address(config)),
                e);
    }

    static DmtException gaveUp(DmtException last, int tries, DatabaseConfig config) {
        return new DmtException(
                last.code(),
                last.getMessage() + " (tried " + tries + " times)",
                connectHint(last.code(), address(config)),
                last);
    }

    private static ErrorContext address(DatabaseConfig config) {
        return ErrorContext.at("host", config.host()).and("port", Integer.toString(config.port()));
    }

    private static ErrorContext connectHint(ErrorCode code, ErrorContext where) {
        return where.withHint(
                switch (code) {
                    case AUTHENTICATION -> "check user and password, and the server's pg_hba.conf";
                    case CONFIG -> "check the database's name: it must be there";
                    case PERMISSION -> "the user needs CONNECT on the database";
                    default -> "check that the server is up and that host and port are right; then run the same again";
                });
    }

    private static ErrorContext hint(ErrorCode code, String state, ErrorContext where) {
        if (where.hint().isPresent()) {
            return where;
        }
        return switch (code) {
            case PERMISSION -> where.withHint("grant the user what it lacks; `dmt check` lists it");
            case STORAGE_FULL -> where.withHint("free space on the target, then run the same again");
            case TRANSIENT -> where.withHint("run the same again: it goes on where it stopped");
            case DATA ->
                state.startsWith("42")
                        ? where.withHint(
                                "the database is not as it was described: for a target, run create-tables again; for a source, begin a new run")
                        : where;
            case CONFIG ->
                state.equals(DEPENDED_ON)
                        ? where.withHint("drop what depends on it and make it anew afterwards, or keep the table:"
                                + " migration.target_mode: truncate")
                        : where;
            default -> where;
        };
    }

    /** Why the server refused a row, and in which column or by which constraint; without values of the row. */
    static String reason(SQLException e) {
        ErrorContext place = place(e, ErrorContext.NONE);
        String state = state(e);
        StringBuilder reason = new StringBuilder(SqlState.quotesValues(state) ? SqlState.describe(state) : message(e));
        for (String part : List.of("column", "constraint")) {
            Optional.ofNullable(place.where().get(part))
                    .ifPresent(
                            name -> reason.append(", ").append(part).append(' ').append(name));
        }
        return reason.append(" (SQLSTATE ").append(state).append(')').toString();
    }

    private static ErrorContext place(SQLException e, ErrorContext where) {
        ErrorContext place = where;
        ServerErrorMessage server = e instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
        if (server == null) {
            return place;
        }
        if (DEPENDED_ON.equals(state(e))) {
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

    private static void addNext(DmtException failure, SQLException first, boolean secretive) {
        for (SQLException next = first.getNextException(); next != null; next = next.getNextException()) {
            failure.addSuppressed(secretive ? redacted(next, SqlState.describe(state(next))) : next);
        }
    }

    private static SQLException redacted(SQLException e, String what) {
        SQLException copy = new SQLException(what, e.getSQLState());
        copy.setStackTrace(e.getStackTrace());
        return copy;
    }

    /** The pool wraps what the driver said; the driver's state is the one that counts. */
    private static SQLException rootOf(SQLException e) {
        SQLException root = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException deeper) {
                root = deeper;
            }
        }
        return root;
    }

    private static String message(SQLException e) {
        return Optional.ofNullable(e.getMessage()).orElse("no reason given").replace('\n', ' ');
    }

    static String state(SQLException e) {
        return Optional.ofNullable(e.getSQLState()).orElse("");
    }
}
