package dev.dmt.engine.oracle;

import dev.dmt.engine.jdbc.JdbcErrors;
import dev.dmt.engine.jdbc.SqlFailures;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Oracle's errors mean: the code from the ORA number, the place from the names in the message. */
final class OracleFailures implements SqlFailures {
    private static final int UNIQUE = 1;
    private static final int BUSY = 54;
    private static final int DEADLOCK = 60;
    private static final int NO_SUCH_TABLE = 942;
    private static final int NO_RIGHTS = 1031;
    private static final int NO_SUCH_NAME = 904;
    private static final int SNAPSHOT_TOO_OLD = 1555;
    private static final int TABLE_CHANGED = 1466;
    private static final int SCN_TOO_OLD = 8180;
    private static final int NO_QUOTA = 1950;
    private static final int NO_SERVICE = 12514;
    private static final int NO_SID = 12505;
    private static final int NOT_TRUSTED = 29024;

    /** ORA-00001: unique constraint (APP.ORDERS_PK) violated; ORA-02291: integrity constraint (APP.FK) violated. */
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \\(([^()]+)\\) violated");

    /** ORA-01400: cannot insert NULL into ("APP"."ORDERS"."ID"); ORA-12899: value too large for column "A"."B"."C" */
    private static final Pattern COLUMN = Pattern.compile("\"([^\"]+)\"\\.\"([^\"]+)\"\\.\"([^\"]+)\"");

    @Override
    public ErrorCode meaning(SQLException e) {
        if (e instanceof RowRefusal) {
            return ErrorCode.DATA;
        }
        if (e.getErrorCode() == 0) {
            return ErrorCode.TRANSIENT;
        }
        // The driver's own numbers: what it will not do is our fault, what breaks off is the network's.
        return isDrivers(e.getErrorCode()) && SqlNumber.meaning(e.getErrorCode()) == ErrorCode.DATA
                ? ErrorCode.INTERNAL
                : SqlNumber.meaning(e.getErrorCode());
    }

    private static boolean isDrivers(int number) {
        return number >= 17_000 && number < 18_800;
    }

    @Override
    public Optional<String> discreetly(SQLException e) {
        return SqlNumber.discreet(e.getErrorCode());
    }

    @Override
    public ErrorContext place(SQLException e, ErrorContext where) {
        String message = Optional.ofNullable(e.getMessage()).orElse("");
        ErrorContext place = where;
        if (SqlNumber.discreet(e.getErrorCode()).isPresent()) {
            Matcher constraint = CONSTRAINT.matcher(message);
            if (constraint.find()) {
                place = add(place, "constraint", constraint.group(1));
            }
            Matcher column = COLUMN.matcher(message);
            if (column.find()) {
                place = add(add(place, "table", column.group(1) + "." + column.group(2)), "column", column.group(3));
            }
        }
        return place;
    }

    private static ErrorContext add(ErrorContext place, String key, String value) {
        return place.where().containsKey(key) ? place : place.and(key, value);
    }

    @Override
    public Optional<String> advice(SQLException e) {
        return switch (e.getErrorCode()) {
            case SNAPSHOT_TOO_OLD, SCN_TOO_OLD ->
                Optional.of(
                        "the server has overwritten what the snapshot needs: give it a longer UNDO_RETENTION and undo"
                                + " space (or RETENTION GUARANTEE), or read at a quieter time; then run the same again, which takes"
                                + " a new snapshot");
            case TABLE_CHANGED ->
                Optional.of("the table was created or altered at about the moment of the snapshot: run the same again");
            case NO_SUCH_TABLE, NO_SUCH_NAME ->
                Optional.of("it is not there, or the user may not see it: for a target, run create-tables again; for a"
                        + " source, grant SELECT, or begin a new run");
            case NO_RIGHTS -> Optional.of("the user lacks a privilege; `dmt check` lists what it needs");
            case NO_QUOTA -> Optional.of("give the user a quota: ALTER USER ... QUOTA UNLIMITED ON its tablespace");
            case NO_SERVICE, NO_SID ->
                Optional.of("`database` is the name of a service; `lsnrctl services` on the server lists them");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> connectAdvice(ErrorCode code) {
        return switch (code) {
            case AUTHENTICATION ->
                Optional.of(
                        "check user and password (whose case counts), and that the account is neither locked nor expired");
            case PERMISSION -> Optional.of("the user needs CREATE SESSION");
            case CONFIG ->
                Optional.of(
                        "`database` is the name of a service, as `lsnrctl services` lists them; with ssl_mode verify-ca or"
                                + " verify-full the server's certificate must be one that the wallet or trust store vouches for");
            default -> Optional.empty();
        };
    }

    @Override
    public boolean isMissingTable(SQLException e) {
        return e.getErrorCode() == NO_SUCH_TABLE;
    }

    @Override
    public boolean isContention(SQLException e) {
        return e.getErrorCode() == UNIQUE || e.getErrorCode() == DEADLOCK || e.getErrorCode() == BUSY;
    }

    @Override
    public String label(SQLException e) {
        if (e.getErrorCode() == 0) {
            return JdbcErrors.state(e);
        }
        String message = Optional.ofNullable(e.getMessage()).orElse("");
        String number = String.format(java.util.Locale.ROOT, "ORA-%05d", e.getErrorCode());
        boolean said = message.startsWith(number) && discreetly(e).isEmpty();
        return said || e.getErrorCode() == NOT_TRUSTED ? "" : number;
    }
}
