package dev.dmt.engine.oracle;

import dev.dmt.schema.LogicalType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import oracle.sql.DATE;
import oracle.sql.TIMESTAMP;

/**
 * Gives values to the driver, and refuses those that Oracle would change without a word: digits it would round away, minus
 * zero, and texts and bytes of length 0, which it takes for NULL.
 *
 * @param column for messages
 */
record Binders(String column, DeclaredType declared) {
    private static final int LEAST_EXPONENT = -130;
    private static final int MOST_EXPONENT = 126;
    private static final long MINUS_ZERO = Double.doubleToRawLongBits(-0.0);

    ColumnBind.Binder decimal(LogicalType.Decimal type) {
        int digits = type.precision().isPresent() ? type.scale() : Integer.MAX_VALUE;
        return (row, place, c) -> {
            BigDecimal value = held(row.text(c));
            if (value.scale() > digits) {
                throw refused("the number has more digits after the point than its column");
            }
            row.statement().setBigDecimal(place, value);
        };
    }

    void number(BoundRow row, int place, int c) throws SQLException {
        row.statement().setBigDecimal(place, held(row.text(c)));
    }

    private BigDecimal held(String text) throws SQLException {
        BigDecimal value;
        try {
            value = new BigDecimal(text).stripTrailingZeros();
        } catch (NumberFormatException e) {
            throw refused("the number is not finite, which Oracle's NUMBER has to be");
        }
        long exponent = (long) value.precision() - value.scale();
        if (value.precision() > OracleTypes.MOST_DIGITS || exponent < LEAST_EXPONENT || exponent > MOST_EXPONENT) {
            throw refused("the number has more than 38 digits, or is too large or too small for Oracle's NUMBER");
        }
        return value;
    }

    void binaryDouble(BoundRow row, int place, int c) throws SQLException {
        row.statement().setBinaryDouble(place, real(row, c));
    }

    void binaryFloat(BoundRow row, int place, int c) throws SQLException {
        row.statement().setBinaryFloat(place, (float) real(row, c));
    }

    private double real(BoundRow row, int c) throws SQLException {
        double value = row.rows().getDouble(c);
        if (Double.doubleToRawLongBits(value) == MINUS_ZERO) {
            throw refused("the number is minus zero, which Oracle keeps as zero");
        }
        return value;
    }

    static OracleMoment moment(BoundRow row, int c) {
        return new OracleMoment(row.rows().getLong(c), row.rows().nanosOfMicrosecond(c));
    }

    DATE date(OracleMoment moment) throws SQLException {
        return new DATE(possible(moment).toDate());
    }

    void timestamp(BoundRow row, int place, int c) throws SQLException {
        row.statement()
                .setTIMESTAMP(place, new TIMESTAMP(possible(moment(row, c)).toTimestamp()));
    }

    private OracleMoment possible(OracleMoment moment) throws SQLException {
        Optional<String> obstacle = moment.obstacle();
        if (obstacle.isPresent()) {
            throw refused(obstacle.get());
        }
        return moment;
    }

    /** A text of blanks alone comes without them where its column is padded. */
    void text(BoundRow row, int place, int c) throws SQLException {
        String value = row.text(c);
        if (value.isEmpty() && !declared.isFixed()) {
            throw refused("the text is empty, which Oracle keeps as NULL");
        }
        row.statement().setString(place, value.isEmpty() ? " " : value);
    }

    void raw(BoundRow row, int place, int c) throws SQLException {
        byte[] value = row.bytes(c);
        if (value.length == 0) {
            throw refused("the bytes are none, which Oracle keeps as NULL");
        }
        row.statement().setBytes(place, value);
    }

    void uuid(BoundRow row, int place, int c) throws SQLException {
        row.statement().setBytes(place, HexFormat.of().parseHex(row.text(c).replace("-", "")));
    }

    static void clob(BoundRow row, int place, int c) throws SQLException {
        row.statement().setClob(place, row.clob(row.text(c)));
    }

    static void blob(BoundRow row, int place, int c) throws SQLException {
        row.statement().setBlob(place, row.blob(row.bytes(c)));
    }

    static void shortOrClob(BoundRow row, int place, int c) throws SQLException {
        int length = row.length(c);
        if (length == 0 || length > ColumnBind.LONGEST_INLINE) {
            clob(row, place, c);
        } else {
            row.statement().setString(place, row.text(c));
        }
    }

    static void shortOrBlob(BoundRow row, int place, int c) throws SQLException {
        int length = row.length(c);
        if (length == 0 || length > ColumnBind.LONGEST_INLINE) {
            blob(row, place, c);
        } else {
            row.statement().setBytes(place, row.bytes(c));
        }
    }

    /** As it was written: with a region, where it had one, and then with the name that tells its summer time. */
    void zoned(BoundRow row, int place, int c) throws SQLException {
        String value = row.text(c);
        boolean named = value.split(" ", -1).length > 3;
        row.statement().setString(place, value);
        row.statement().setString(place + 1, "SYYYY-MM-DD HH24:MI:SS.FF9 TZR" + (named ? " TZD" : ""));
    }

    private RowRefusal refused(String reason) {
        return new RowRefusal(column, reason);
    }
}
