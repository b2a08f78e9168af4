package dev.dmt.engine.jdbc;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Turns a driver's exceptions into ours: what was being done, why it failed, where, what to do; never a row's values. */
public record JdbcErrors(SqlFailures failures) {
    /** A failure while something was done on an open connection. */
    public DmtException during(SQLException e, String doing, ErrorContext where) {
        ErrorCode code = failures.meaning(e);
        Optional<String> discreet = failures.discreetly(e);
        String what = discreet.orElseGet(() -> message(e));
        DmtException failure = new DmtException(
                code,
                doing + " failed: " + what + labelled(e),
                hint(code, e, failures.place(e, where)),
                discreet.isPresent() ? redacted(e, what) : e);
        for (SQLException next = e.getNextException(); next != null; next = next.getNextException()) {
            Optional<String> words = failures.discreetly(next);
            // What follows a refused row may quote it too.
            boolean plain = discreet.isEmpty() && words.isEmpty();
            failure.addSuppressed(plain ? next : redacted(next, words.orElse(what)));
        }
        return failure;
    }

    /** A failure to connect: what would be transient on an open connection makes the server unreachable here. */
    public DmtException connecting(SQLException e, DatabaseConfig config) {
        SQLException root = rootOf(e);
        ErrorCode meaning = failures.meaning(root);
        ErrorCode code =
                meaning == ErrorCode.TRANSIENT || meaning == ErrorCode.INTERNAL ? ErrorCode.UNREACHABLE : meaning;
        return new DmtException(
                code, "cannot connect to " + config.describe() + ": " + message(root), connectHint(code, config), e);
    }

    /** The last of several failures to connect. */
    public DmtException gaveUp(DmtException last, int tries, DatabaseConfig config) {
        return new DmtException(
                last.code(),
                last.getMessage() + " (tried " + tries + " times)",
                connectHint(last.code(), config),
                last);
    }

    /** Why the server refused a row, and in which column or by which constraint; without values of the row. */
    public String reason(SQLException e) {
        ErrorContext place = failures.place(e, ErrorContext.NONE);
        StringBuilder reason = new StringBuilder(failures.discreetly(e).orElseGet(() -> message(e)));
        for (String part : List.of("column", "constraint")) {
            Optional.ofNullable(place.where().get(part))
                    .ifPresent(
                            name -> reason.append(", ").append(part).append(' ').append(name));
        }
        return reason.append(labelled(e)).toString();
    }

    private String labelled(SQLException e) {
        String label = failures.label(e);
        return label.isEmpty() ? "" : " (" + label + ")";
    }

    private ErrorContext hint(ErrorCode code, SQLException e, ErrorContext where) {
        if (where.hint().isPresent()) {
            return where;
        }
        Optional<String> advice = failures.advice(e);
        if (advice.isPresent()) {
            return where.withHint(advice.get());
        }
        return switch (code) {
            case PERMISSION -> where.withHint("grant the user what it lacks; `dmt check` lists it");
            case STORAGE_FULL -> where.withHint("free space on the target, then run the same again");
            case TRANSIENT -> where.withHint("run the same again: it goes on where it stopped");
            default -> where;
        };
    }

    private ErrorContext connectHint(ErrorCode code, DatabaseConfig config) {
        ErrorContext where = ErrorContext.at("host", config.host()).and("port", Integer.toString(config.port()));
        return where.withHint(failures.connectAdvice(code).orElseGet(() -> switch (code) {
            case AUTHENTICATION -> "check user and password";
            case CONFIG -> "check the database's name: it must be there";
            case PERMISSION -> "the user needs the right to connect to the database";
            default -> "check that the server is up and that host and port are right; then run the same again";
        }));
    }

    private static SQLException redacted(SQLException e, String what) {
        SQLException copy = new SQLException(what, e.getSQLState(), e.getErrorCode());
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

    static String message(SQLException e) {
        return Optional.ofNullable(e.getMessage()).orElse("no reason given").replace('\n', ' ');
    }

    /** The SQLSTATE; empty where the driver gave none. */
    public static String state(SQLException e) {
        return Optional.ofNullable(e.getSQLState()).orElse("");
    }
}
