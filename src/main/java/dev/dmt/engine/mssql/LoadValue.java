package dev.dmt.engine.mssql;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.rows.CsvRows;
import dev.dmt.schema.LogicalType;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The value of one column in the current row of a chunk, as the driver wants it; refused where SQL Server has no such. */
final class LoadValue {
    /** The days 0001-01-01 and 9999-12-31. */
    private static final long FIRST_DAY = -719_162;

    private static final long LAST_DAY = 2_932_896;
    private static final long MICROS_OF_DAY = 86_400L * MomentText.MICROS_OF_SECOND;

    private final CsvRows rows;
    private final int place;
    private final LoadColumn column;

    LoadValue(CsvRows rows, int place, LoadColumn column) {
        this.rows = rows;
        this.place = place;
        this.column = column;
    }

    @Nullable
    Object get() throws RefusedValueException {
        if (rows.isNull(place)) {
            return null;
        }
        return switch (column.sqlType()) {
            case Types.BIT -> rows.getLong(place) != 0;
            case Types.TINYINT, Types.SMALLINT -> small();
            case Types.INTEGER -> integer();
            case Types.BIGINT -> rows.getLong(place);
            case Types.REAL -> real();
            case Types.DOUBLE -> floating();
            case Types.DECIMAL -> decimal();
            case Types.VARBINARY -> binary();
            case Types.VARCHAR -> shortText();
            default -> text();
        };
    }

    private Short small() throws RefusedValueException {
        long value = rows.getLong(place);
        boolean fits = column.sqlType() == Types.TINYINT ? value >= 0 && value <= 255 : value == (short) value;
        if (!fits) {
            throw outOfRange();
        }
        return (short) value;
    }

    private Integer integer() throws RefusedValueException {
        long value = rows.getLong(place);
        if (value != (int) value) {
            throw outOfRange();
        }
        return (int) value;
    }

    private Float real() throws RefusedValueException {
        return (float) finite();
    }

    private Double floating() throws RefusedValueException {
        return finite();
    }

    private double finite() throws RefusedValueException {
        double value = rows.getDouble(place);
        if (!Double.isFinite(value)) {
            throw refused("SQL Server has no " + (Double.isNaN(value) ? "NaN" : "infinity"));
        }
        return value;
    }

    private BigDecimal decimal() throws RefusedValueException {
        ByteView digits = rows.bytes(place);
        String text = ascii(digits);
        char last = text.charAt(text.length() - 1);
        if (last < '0' || last > '9') {
            throw refused("SQL Server has no NaN and no infinity");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.scale() > column.scale()) {
            value = value.stripTrailingZeros();
        }
        if (value.scale() > column.scale() || value.precision() - value.scale() > column.precision() - column.scale()) {
            throw outOfRange();
        }
        return value.setScale(column.scale());
    }

    private Object binary() throws RefusedValueException {
        ByteView view = rows.bytes(place);
        if (view.length() > column.precision()) {
            throw refused("a value has " + view.length() + " bytes, where the column takes " + column.precision());
        }
        if (column.precision() > MssqlTypes.LONGEST_BYTES) {
            return new ByteArrayInputStream(view.array(), view.offset(), view.length());
        }
        return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
    }

    private String shortText() throws RefusedValueException {
        return switch (column.type().kind()) {
            case DATE -> MomentText.date(inCalendar(rows.getLong(place)));
            case TIME -> time();
            case TIMESTAMP -> moment();
            case BOOLEAN,
                    INTEGER,
                    DECIMAL,
                    FLOAT,
                    TEXT,
                    BINARY,
                    INTERVAL,
                    UUID,
                    JSON,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> ascii(rows.bytes(place));
        };
    }

    private String time() throws RefusedValueException {
        long micros = rows.getLong(place);
        if (micros >= MICROS_OF_DAY) {
            throw refused("SQL Server has no time 24:00");
        }
        return MomentText.time(micros, rows.nanosOfMicrosecond(place));
    }

    private String moment() throws RefusedValueException {
        long micros = rows.getLong(place);
        inCalendar(Math.floorDiv(micros, MICROS_OF_DAY));
        String text = MomentText.moment(micros, rows.nanosOfMicrosecond(place));
        return ((LogicalType.Timestamp) column.type()).zoned() ? text + "+00:00" : text;
    }

    private long inCalendar(long day) throws RefusedValueException {
        if (day < FIRST_DAY || day > LAST_DAY) {
            throw refused("SQL Server's calendar goes from the year 1 to 9999");
        }
        return day;
    }

    private String text() throws RefusedValueException {
        ByteView view = rows.bytes(place);
        String text = new String(view.array(), view.offset(), view.length(), StandardCharsets.UTF_8);
        if (text.length() > column.precision()) {
            throw refused(
                    "a value has " + text.length() + " UTF-16 units, where the column takes " + column.precision());
        }
        // As many bytes as units: nothing but ASCII.
        if (column.asciiOnly() && text.length() != view.length()) {
            throw refused("the column is of a code page, which may lack a character; make it nvarchar");
        }
        return text;
    }

    private static String ascii(ByteView view) {
        return new String(view.array(), view.offset(), view.length(), StandardCharsets.US_ASCII);
    }

    private RefusedValueException outOfRange() {
        return refused("a number is out of the column's range, or has more digits behind the point than it");
    }

    private RefusedValueException refused(String reason) {
        return new RefusedValueException(column.name(), reason);
    }
}
