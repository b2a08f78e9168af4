package dev.dmt.engine.sqlite;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.LogicalType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How the cells of a table that dmt has written become values again. The table may also be somebody else's, with types of
 * its own, so that a cell may be of another storage class than dmt gave it.
 */
final class HeldConversions {
    private static final byte[] NOT_A_NUMBER = "NaN".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEGATIVE_ZERO = "-0.0".getBytes(StandardCharsets.US_ASCII);

    private HeldConversions() {}

    static Conversion of(ColumnRead column) {
        LogicalType type = column.type();
        return switch (type.kind()) {
            case BOOLEAN -> NumberConversions.truth();
            case INTEGER -> NumberConversions.whole(ReadingForm.AS_IS, Long.SIZE);
            case FLOAT -> new Floating();
            case DECIMAL -> new Decimal();
            case DATE -> new Moment(WideIso::date, "a date");
            case TIME -> new Moment(WideIso::time, "a time of day");
            case TIMESTAMP -> {
                boolean zoned = ((LogicalType.Timestamp) type).zoned();
                yield new Moment((iso, text) -> iso.timestamp(text, zoned), "a timestamp");
            }
            case TEXT, JSON, XML, INTERVAL, ENUMERATION, SET, BITS, ARRAY, UUID, NATIVE -> new Text();
            case BINARY, GEOMETRY, ROW_VERSION -> new BinaryConversion(false);
            case UNKNOWN ->
                throw new DmtException(
                        ErrorCode.CONFIG,
                        "column " + column.name() + " has no known type",
                        ErrorContext.at("column", column.name()).withHint("name its type under migration.types"));
        };
    }

    /** Numbers, and what SQLite has no number for: NaN as a text, the negative zero as a blob of its digits. */
    private static final class Floating implements Conversion.OfDouble {
        @Override
        public double toDouble(NativeRows rows, int column) {
            int storage = rows.storageClass(column);
            if (storage == NativeRows.REAL || storage == NativeRows.INTEGER) {
                return rows.real(column);
            }
            byte[] bytes = rows.bytes(column);
            if (storage == NativeRows.TEXT && Arrays.equals(bytes, NOT_A_NUMBER)) {
                return Double.NaN;
            } else if (storage == NativeRows.BLOB && Arrays.equals(bytes, NEGATIVE_ZERO)) {
                return -0.0;
            }
            throw Conversion.misfit(rows, column, "a floating point number");
        }
    }

    /** Numbers as their digits, texts as they are. */
    private static final class Decimal implements Conversion.OfBytes {
        private final Conversion numbers = DecimalConversion.of(ReadingForm.AS_IS);
        private final ByteView view = new ByteView();

        @Override
        public ByteView toBytes(NativeRows rows, int column) {
            if (rows.storageClass(column) == NativeRows.TEXT) {
                byte[] digits = rows.bytes(column);
                return view.set(digits, 0, digits.length);
            }
            return numbers.toBytes(rows, column);
        }
    }

    /** Texts with all that they hold, numbers as their digits. */
    private static final class Text implements Conversion.OfBytes {
        private final NumberAsText digits = new NumberAsText();
        private final ByteView view = new ByteView();

        @Override
        public ByteView toBytes(NativeRows rows, int column) {
            int storage = rows.storageClass(column);
            if (storage == NativeRows.TEXT) {
                byte[] text = rows.bytes(column);
                return view.set(text, 0, text.length);
            } else if (storage == NativeRows.INTEGER) {
                return digits.of(rows.integer(column), view);
            } else if (storage == NativeRows.REAL) {
                return digits.of(rows.real(column), view);
            }
            throw Conversion.misfit(rows, column, "a text");
        }
    }

    /** How a text becomes a count of days or microseconds. */
    private interface Parsing {
        long parse(WideIso iso, byte[] text);
    }

    /** Dates and times as their texts. */
    private static final class Moment implements Conversion.OfLong {
        private final Parsing parsing;
        private final String wanted;
        private final WideIso iso = new WideIso();

        Moment(Parsing parsing, String wanted) {
            this.parsing = parsing;
            this.wanted = wanted;
        }

        @Override
        public long toLong(NativeRows rows, int column) {
            if (rows.storageClass(column) == NativeRows.TEXT) {
                long value = parsing.parse(iso, rows.bytes(column));
                if (value != IsoText.NOT) {
                    return value;
                }
            }
            throw Conversion.misfit(rows, column, wanted);
        }

        @Override
        public int toNanos(NativeRows rows, int column) {
            toLong(rows, column);
            return iso.nanosOfMicrosecond();
        }
    }
}
