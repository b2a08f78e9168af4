package dev.dmt.engine.sqlite;

import dev.dmt.schema.LogicalType;
import java.util.List;

/** Finds the form for a type that the config demands, and counts what it cannot hold. */
final class DemandedTypes {
    private static final long GREATEST_SECOND = 100_000_000_000L;
    private static final long GREATEST_MILLI = 100_000_000_000_000L;

    private DemandedTypes() {}

    static Draft decide(Subject subject, LogicalType type) {
        return switch (type.kind()) {
            case BOOLEAN ->
                draft(
                        subject,
                        type,
                        ReadingForm.AS_IS,
                        subject.fact(Facts.BOOLEAN_INTEGER) + subject.fact(Facts.BOOLEAN_WORD));
            case INTEGER -> whole(subject, (LogicalType.Int) type);
            case DECIMAL -> decimal(subject, (LogicalType.Decimal) type);
            case FLOAT -> floating(subject, (LogicalType.Floating) type);
            case TEXT -> draft(subject, type, ReadingForm.ANY_AS_TEXT, subject.texts() + subject.numbers());
            case BINARY -> draft(subject, type, ReadingForm.ANY_AS_BINARY, subject.values());
            case DATE -> date(subject, type);
            case TIME -> draft(subject, type, ReadingForm.ISO_TIME, subject.fact(Facts.ISO_TIME));
            case TIMESTAMP -> timestamp(subject, (LogicalType.Timestamp) type);
            case UUID ->
                draft(
                        subject,
                        type,
                        subject.blobs() > 0 ? ReadingForm.BLOB_UUID : ReadingForm.AS_IS,
                        subject.fact(Facts.UUID) + subject.fact(Facts.UUID_BLOB));
            case JSON -> json(subject, (LogicalType.Json) type);
            case INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, GEOMETRY, ROW_VERSION, NATIVE, UNKNOWN ->
                draft(subject, type, ReadingForm.AS_IS, 0);
        };
    }

    private static Draft draft(Subject subject, LogicalType type, String form, long fitting) {
        return Draft.of(new Draft.Choice(type, form))
                .misfits(Math.max(0, subject.values() - fitting), type.toString(), subject.anything());
    }

    private static String numberForm(Subject subject) {
        return subject.texts() > 0 ? ReadingForm.TEXT_NUMBER : ReadingForm.AS_IS;
    }

    private static Draft whole(Subject subject, LogicalType.Int type) {
        long wholeReals = subject.reals()
                - subject.fact(Facts.REAL_FRACTIONAL)
                - subject.fact(Facts.REAL_INFINITE)
                - subject.fact(Facts.REAL_HUGE);
        long fitting = subject.integers() + wholeReals + subject.fact(Facts.TEXT_INTEGER);
        long least = -1L << (type.bits() - 1);
        boolean inRange = subject.profile().minimum().map(Long::parseLong).orElse(0L) >= least
                && subject.profile().maximum().map(Long::parseLong).orElse(0L) <= -(least + 1);
        return draft(subject, type, numberForm(subject), inRange ? fitting : Math.max(0, fitting - 1));
    }

    private static Draft decimal(Subject subject, LogicalType.Decimal type) {
        Draft draft = draft(subject, type, numberForm(subject), subject.numbers() + subject.fact(Facts.TEXT_DECIMAL));
        return type.precision().isPresent()
                ? draft.note("LOSSY where a value has more than " + type.scale()
                        + " digits behind the point: the target rounds it")
                : draft;
    }

    private static Draft floating(Subject subject, LogicalType.Floating type) {
        long fitting = subject.reals()
                + (subject.integersFitDouble() ? subject.integers() : 0)
                + subject.fact(Facts.TEXT_DECIMAL);
        Draft draft = draft(subject, type, numberForm(subject), fitting);
        return type.bits() < 64 || subject.texts() > 0
                ? draft.note("LOSSY where a value has more digits than " + type + " keeps")
                : draft;
    }

    private static Draft date(Subject subject, LogicalType type) {
        if (subject.texts() == 0 && subject.numbers() > 0) {
            return draft(subject, type, numericForm(subject), subject.numbers())
                    .note("LOSSY: the time of day is dropped");
        }
        return draft(subject, type, ReadingForm.ISO_DATE, subject.fact(Facts.ISO_DATE));
    }

    private static Draft timestamp(Subject subject, LogicalType.Timestamp type) {
        if (subject.texts() == 0 && subject.numbers() > 0) {
            String form = numericForm(subject);
            boolean fractions = form.equals(ReadingForm.EPOCH_SECONDS) || form.equals(ReadingForm.JULIAN_DAY);
            return draft(subject, type, form, fractions ? subject.numbers() : subject.integers())
                    .note("numbers are read as " + form + ", in UTC");
        }
        String best = List.of(ReadingForm.ISO_TIMESTAMP, ReadingForm.ISO_TIMESTAMP_ZONED, ReadingForm.ISO_DATE).stream()
                .reduce((a, b) -> subject.fact(b) > subject.fact(a) ? b : a)
                .orElse(ReadingForm.ISO_TIMESTAMP);
        Draft draft = draft(subject, type, best, subject.fact(best));
        boolean zonedText = best.equals(ReadingForm.ISO_TIMESTAMP_ZONED);
        if (type.zoned() && !zonedText) {
            return draft.note("the values name no zone: read as UTC");
        }
        return zonedText && !type.zoned() ? draft.note("LOSSY: the values' zones are dropped, in UTC") : draft;
    }

    /** By what the scan found, else by the greatest value's size. */
    private static String numericForm(Subject subject) {
        if (subject.fact(Facts.JULIAN_DAY) == subject.numbers()) {
            return ReadingForm.JULIAN_DAY;
        }
        long greatest = subject.profile().maximum().map(Long::parseLong).orElse(0L);
        if (greatest < GREATEST_SECOND) {
            return ReadingForm.EPOCH_SECONDS;
        }
        return greatest < GREATEST_MILLI ? ReadingForm.EPOCH_MILLIS : ReadingForm.EPOCH_MICROS;
    }

    private static Draft json(Subject subject, LogicalType.Json type) {
        long fitting = subject.fact(Facts.JSON_VALID) + subject.numbers() - subject.fact(Facts.REAL_INFINITE);
        return draft(
                subject,
                type,
                subject.numbers() > 0 ? ReadingForm.ANY_AS_TEXT : ReadingForm.AS_IS,
                type.binary() ? fitting - subject.fact(Facts.JSON_NOT_BINARY) : fitting);
    }
}
