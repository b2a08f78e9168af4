package dev.dmt.engine.mysql;

import dev.dmt.engine.jdbc.JdbcErrors;
import dev.dmt.engine.jdbc.SqlFailures;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server's and the driver's errors mean. */
final class MysqlFailures implements SqlFailures {
    private static final Pattern COLUMN = Pattern.compile("[Cc]olumn '?(?:`[^`]*`\\.)*[`']?([^`'\\s]+)[`']?");
    private static final Pattern KEY = Pattern.compile("for key '([^']*)'");
    private static final Pattern ROW = Pattern.compile("at row (\\d+)");
    private static final Pattern DISK = Pattern.compile("[Ee]rr(?:or|no):? ?28\\b|No space left");
    private static final int HANDLER_ERROR = 1030;
    private static final int FILE_ERROR = 3;

    @Override
    public ErrorCode meaning(SQLException e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("");
        int number = e.getErrorCode();
        if ((number == HANDLER_ERROR || number == FILE_ERROR)
                && DISK.matcher(message).find()) {
            return ErrorCode.STORAGE_FULL;
        }
        return FailureCodes.meaning(number, JdbcErrors.state(e));
    }

    @Override
    public Optional<String> discreetly(SQLException e) {
        return FailureCodes.quotesValues(e.getErrorCode(), JdbcErrors.state(e))
                ? Optional.of(FailureCodes.describe(e.getErrorCode()))
                : Optional.empty();
    }

    @Override
    public ErrorContext place(SQLException e, ErrorContext where) {
        String message = Optional.ofNullable(e.getMessage()).orElse("");
        ErrorContext place = found(where, "constraint", KEY.matcher(message));
        place = found(place, "column", COLUMN.matcher(message));
        return found(place, "line", ROW.matcher(message));
    }

    private static ErrorContext found(ErrorContext where, String key, Matcher matcher) {
        return !where.where().containsKey(key) && matcher.find() ? where.and(key, matcher.group(1)) : where;
    }

    @Override
    public Optional<String> advice(SQLException e) {
        return switch (e.getErrorCode()) {
            case 1071, 1170 ->
                Optional.of("an index holds at most 3072 bytes, 768 characters: give the column a shorter type under"
                        + " migration.types, or leave the index out");
            case 1118 ->
                Optional.of("a row holds at most 65535 bytes beside its texts and blobs without a bound: make some of"
                        + " its columns text under migration.types");
            case 1153 -> Optional.of("raise the server's max_allowed_packet");
            default ->
                meaning(e) == ErrorCode.DATA && JdbcErrors.state(e).startsWith("42")
                        ? Optional.of("the database is not as it was described: for a target, run create-tables again;"
                                + " for a source, begin a new run")
                        : Optional.empty();
        };
    }

    @Override
    public Optional<String> connectAdvice(ErrorCode code) {
        return code == ErrorCode.UNREACHABLE
                ? Optional.of("check that the server is up and that host and port are right; a server whose certificate"
                        + " cannot be proven needs ssl_mode REQUIRED (encrypted, not proven) or DISABLED")
                : Optional.empty();
    }

    @Override
    public boolean isMissingTable(SQLException e) {
        return e.getErrorCode() == FailureCodes.NO_SUCH_TABLE;
    }

    @Override
    public boolean isContention(SQLException e) {
        return FailureCodes.isContention(e.getErrorCode());
    }
}
