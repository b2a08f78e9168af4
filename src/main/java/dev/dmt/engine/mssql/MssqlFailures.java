package dev.dmt.engine.mssql;

import dev.dmt.engine.jdbc.SqlFailures;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SQL Server's errors mean: the code from the number, the place from the server's words, which are English. */
final class MssqlFailures implements SqlFailures {
    /** Names alone; in 2627 and 547 they stand in quotes, and no value does. */
    private static final Pattern CONSTRAINT = Pattern.compile("constraint ['\"]([^'\"]+)['\"]");

    private static final Pattern INDEX = Pattern.compile("(?:unique )?index ['\"]([^'\"]+)['\"]");
    private static final Pattern COLUMN = Pattern.compile("column ['\"]([^'\"]+)['\"]");

    private static final int CASCADES = 1785;

    @Override
    public ErrorCode meaning(SQLException e) {
        Optional<RefusedValueException> refused = RefusedValueException.in(e);
        if (refused.isPresent()) {
            return ErrorCode.DATA;
        }
        SQLException root = root(e);
        Optional<ErrorCode> known = ErrorNumber.meaning(root.getErrorCode());
        return known.orElseGet(() -> byState(state(root)));
    }

    private static ErrorCode byState(String state) {
        if (state.startsWith("08") || state.isEmpty() || state.equals("HY008") || state.equals("HYT00")) {
            return ErrorCode.TRANSIENT;
        } else if (state.startsWith("40")) {
            return ErrorCode.TRANSIENT;
        } else if (state.startsWith("22")
                || state.startsWith("23")
                || state.startsWith("42")
                || state.startsWith("S0")) {
            return ErrorCode.DATA;
        } else if (state.startsWith("28")) {
            return ErrorCode.AUTHENTICATION;
        }
        return ErrorCode.INTERNAL;
    }

    static boolean isConnectionLost(SQLException e) {
        return state(e).startsWith("08");
    }

    @Override
    public Optional<String> discreetly(SQLException e) {
        Optional<String> refused = RefusedValueException.in(e).map(RefusedValueException::getMessage);
        int number = root(e).getErrorCode();
        return refused.or(
                () -> ErrorNumber.quotesValues(number) ? Optional.of(ErrorNumber.describe(number)) : Optional.empty());
    }

    @Override
    public ErrorContext place(SQLException e, ErrorContext where) {
        String words = Optional.ofNullable(root(e).getMessage()).orElse("");
        ErrorContext place = add(where, "constraint", CONSTRAINT.matcher(words));
        place = add(place, "index", INDEX.matcher(words));
        return add(place, "column", COLUMN.matcher(words));
    }

    private static ErrorContext add(ErrorContext place, String key, Matcher found) {
        return place.where().containsKey(key) || !found.find() ? place : place.and(key, found.group(1));
    }

    @Override
    public Optional<String> advice(SQLException e) {
        return switch (root(e).getErrorCode()) {
            case CASCADES ->
                Optional.of("SQL Server allows one path of cascades to a table: leave the key out of the migration, and"
                        + " write a trigger for what it did");
            case 9002 ->
                Optional.of("back up or enlarge the target's log, or load in smaller chunks; then run the same again");
            case 3726, 3729, 3732 ->
                Optional.of("drop what depends on it and make it anew afterwards, or keep the table:"
                        + " migration.target_mode: truncate");
            case 208, 207, 213 ->
                Optional.of(
                        "the database is not as it was described: for a target, run create-tables again; for a source,"
                                + " begin a new run");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> connectAdvice(ErrorCode code) {
        return switch (code) {
            case AUTHENTICATION ->
                Optional.of(
                        "check user and password, and that the server takes SQL Server's own logins beside Windows'");
            case CONFIG -> Optional.of("check the database's name, and that the user is known in it");
            case PERMISSION -> Optional.of("the user needs CONNECT on the database");
            case UNREACHABLE ->
                Optional.of(
                        "check that the server is up, takes TCP and that host and port are right. Where its certificate"
                                + " is not one that Java trusts: name a trustStore under properties, or ssl_mode: require, which"
                                + " encrypts and proves nothing");
            default -> Optional.empty();
        };
    }

    @Override
    public boolean isMissingTable(SQLException e) {
        return ErrorNumber.isMissingTable(root(e).getErrorCode());
    }

    @Override
    public boolean isContention(SQLException e) {
        return ErrorNumber.isContention(root(e).getErrorCode());
    }

    /** The driver wraps what went wrong while it read the rows to be loaded. */
    private static SQLException root(SQLException e) {
        SQLException root = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException deeper && (deeper.getErrorCode() != 0 || root.getErrorCode() == 0)) {
                root = deeper;
            }
        }
        return root;
    }

    private static String state(SQLException e) {
        return Optional.ofNullable(e.getSQLState()).orElse("");
    }

    @Override
    public String label(SQLException e) {
        SQLException root = root(e);
        return root.getErrorCode() == 0 ? state(root) : "error " + root.getErrorCode();
    }
}
