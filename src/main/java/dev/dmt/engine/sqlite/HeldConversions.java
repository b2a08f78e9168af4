package dev.dmt.engine.sqlite;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.LogicalType;

/**
 * How the cells of a table that dmt has written become values again. The table may also be somebody else's, with types of
 * its own, so that a cell may be of another storage class than dmt gave it.
 */
final class HeldConversions {
    private HeldConversions() {}

    static Conversion of(ColumnRead column) {
        LogicalType type = column.type();
        return switch (type.kind()) {
            case BOOLEAN -> NumberConversions.truth();
            case INTEGER -> NumberConversions.whole(ReadingForm.AS_IS, Long.SIZE);
            case FLOAT -> new RealConversion();
            case DECIMAL -> new Decimal();
            case DATE -> WideMoment.date();
            case TIME -> WideMoment.time();
            case TIMESTAMP -> WideMoment.timestamp(((LogicalType.Timestamp) type).zoned());
            case TEXT, JSON, XML, INTERVAL, ENUMERATION, SET, BITS, ARRAY, UUID, NATIVE -> new Text();
            case BINARY, GEOMETRY, ROW_VERSION -> new BinaryConversion(false);
            case UNKNOWN ->
                throw new DmtException(
                        ErrorCode.CONFIG,
                        "column " + column.name() + " has no known type",
                        ErrorContext.at("column", column.name()).withHint("name its type under migration.types"));
        };
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
}
