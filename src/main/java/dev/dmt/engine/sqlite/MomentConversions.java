package dev.dmt.engine.sqlite;

import java.util.function.ToLongFunction;

/** Dates, times and timestamps, from text or from numbers. */
final class MomentConversions {
    private MomentConversions() {}

    static Conversion date(String base) {
        if (base.equals(ReadingForm.WIDE_DATE)) {
            return WideMoment.date();
        }
        if (base.equals(ReadingForm.ISO_DATE)) {
            return fromText(IsoText::date, "a date");
        }
        Conversion moment = timestamp(base);
        return (Conversion.OfLong) (rows, column) -> Math.floorDiv(moment.toLong(rows, column), IsoText.MICROS_PER_DAY);
    }

    static Conversion time(String base) {
        return base.equals(ReadingForm.WIDE_TIME) ? WideMoment.time() : fromText(IsoText::time, "a time of day");
    }

    static Conversion timestamp(String base) {
        return switch (base) {
            case ReadingForm.WIDE_TIMESTAMP -> WideMoment.timestamp(false);
            case ReadingForm.WIDE_TIMESTAMP_ZONED -> WideMoment.timestamp(true);
            case ReadingForm.ISO_TIMESTAMP_ZONED -> fromText(IsoText::zonedTimestamp, "a timestamp with its zone");
            case ReadingForm.ISO_DATE -> fromText(MomentConversions::midnight, "a date");
            case ReadingForm.EPOCH_SECONDS -> fromNumber(IsoText.MICROS_PER_SECOND, true);
            case ReadingForm.EPOCH_MILLIS -> fromNumber(1_000L, false);
            case ReadingForm.EPOCH_MICROS -> fromNumber(1L, false);
            case ReadingForm.JULIAN_DAY -> julian();
            default -> fromText(IsoText::timestamp, "a timestamp");
        };
    }

    private static long midnight(byte[] text) {
        long days = IsoText.date(text);
        return days == IsoText.NOT ? IsoText.NOT : days * IsoText.MICROS_PER_DAY;
    }

    private static Conversion fromText(ToLongFunction<byte[]> parser, String wanted) {
        return (Conversion.OfLong) (rows, column) -> {
            if (rows.storageClass(column) == NativeRows.TEXT) {
                long value = parser.applyAsLong(rows.bytes(column));
                if (value != IsoText.NOT) {
                    return value;
                }
            }
            throw Conversion.misfit(rows, column, wanted);
        };
    }

    private static Conversion fromNumber(long microsPerUnit, boolean fractions) {
        long limit = Long.MAX_VALUE / microsPerUnit;
        return (Conversion.OfLong) (rows, column) -> {
            int storage = rows.storageClass(column);
            if (storage == NativeRows.INTEGER) {
                long value = rows.integer(column);
                if (value >= -limit && value <= limit) {
                    return value * microsPerUnit;
                }
            } else if (fractions && storage == NativeRows.REAL && Math.abs(rows.real(column)) < limit) {
                return Moments.microsOfSeconds(rows.real(column));
            }
            throw Conversion.misfit(rows, column, "a moment as a number");
        };
    }

    private static Conversion julian() {
        return (Conversion.OfLong) (rows, column) -> {
            int storage = rows.storageClass(column);
            if (storage == NativeRows.INTEGER || storage == NativeRows.REAL) {
                double day = rows.real(column);
                if (Math.abs(day) < 1e7) {
                    return Moments.microsOfJulian(day);
                }
            }
            throw Conversion.misfit(rows, column, "a Julian day");
        };
    }
}
