package dev.dmt.engine.sqlite;

import dev.dmt.schema.LogicalType;
import java.util.Optional;

/** Decides for columns declared as dates and times: one style a column, never one a row. */
final class MomentTypes {
    private static final LogicalType ZONED = new LogicalType.Timestamp(true);
    private static final LogicalType LOCAL = new LogicalType.Timestamp(false);

    private MomentTypes() {}

    static Draft decide(Subject subject) {
        if (subject.values() == 0) {
            return empty(subject.declared());
        }
        Optional<Draft> found = fromText(subject);
        if (found.isEmpty() && subject.declared().family() != DeclaredType.Family.TIME) {
            found = fromNumber(subject);
        }
        return found.orElseGet(() -> undecided(subject));
    }

    private static Draft empty(DeclaredType declared) {
        return switch (declared.family()) {
            case DATE -> Draft.of(new Draft.Choice(new LogicalType.Date(), ReadingForm.ISO_DATE));
            case TIME -> Draft.of(new Draft.Choice(new LogicalType.Time(), ReadingForm.ISO_TIME));
            default ->
                declared.zoned()
                        ? Draft.of(new Draft.Choice(ZONED, ReadingForm.ISO_TIMESTAMP_ZONED))
                        : Draft.of(new Draft.Choice(LOCAL, ReadingForm.ISO_TIMESTAMP));
        };
    }

    private static Optional<Draft> fromText(Subject subject) {
        if (subject.all(Facts.ISO_DATE)) {
            boolean date = subject.declared().family() == DeclaredType.Family.DATE;
            Draft draft = Draft.of(new Draft.Choice(date ? new LogicalType.Date() : LOCAL, ReadingForm.ISO_DATE));
            return Optional.of(date ? draft : draft.note("holds dates without a time: read as midnight"));
        } else if (subject.all(Facts.ISO_TIMESTAMP)) {
            return Optional.of(Draft.of(new Draft.Choice(LOCAL, ReadingForm.ISO_TIMESTAMP)));
        } else if (subject.all(Facts.ISO_TIMESTAMP_ZONED)) {
            return Optional.of(Draft.of(new Draft.Choice(ZONED, ReadingForm.ISO_TIMESTAMP_ZONED))
                    .note("the moments stay the same, the zones they are written in do not: kept in UTC"));
        } else if (subject.all(Facts.ISO_TIME)) {
            return Optional.of(Draft.of(new Draft.Choice(new LogicalType.Time(), ReadingForm.ISO_TIME)));
        }
        return fromWideText(subject);
    }

    /** What other engines' moments need beyond SQLite's own; digits beyond microseconds only where they are declared. */
    private static Optional<Draft> fromWideText(Subject subject) {
        if (subject.fact(Facts.FINE) > 0 && !subject.declared().fine()) {
            return Optional.empty();
        }
        int precision = subject.fact(Facts.FINE) > 0 ? 9 : 6;
        if (subject.all(Facts.WIDE_DATE) && subject.declared().family() == DeclaredType.Family.DATE) {
            return wide(new LogicalType.Date(), ReadingForm.WIDE_DATE);
        } else if (subject.all(Facts.WIDE_TIMESTAMP)) {
            return wide(new LogicalType.Timestamp(false, precision), ReadingForm.WIDE_TIMESTAMP);
        } else if (subject.all(Facts.WIDE_TIMESTAMP_ZONED)) {
            return wide(new LogicalType.Timestamp(true, precision), ReadingForm.WIDE_TIMESTAMP_ZONED);
        } else if (subject.all(Facts.WIDE_TIME)) {
            return wide(new LogicalType.Time(precision), ReadingForm.WIDE_TIME);
        }
        return Optional.empty();
    }

    private static Optional<Draft> wide(LogicalType type, String form) {
        return Optional.of(Draft.of(new Draft.Choice(type, form)));
    }

    private static Optional<Draft> fromNumber(Subject subject) {
        if (subject.all(Facts.EPOCH_SECONDS)) {
            Draft draft =
                    Draft.of(new Draft.Choice(ZONED, ReadingForm.EPOCH_SECONDS)).note("seconds since 1970, in UTC");
            return Optional.of(
                    subject.fact(Facts.REAL_FRACTIONAL) > 0
                            ? draft.note("LOSSY: fractions of a second are rounded to microseconds")
                            : draft);
        } else if (subject.all(Facts.EPOCH_MILLIS)) {
            return Optional.of(Draft.of(new Draft.Choice(ZONED, ReadingForm.EPOCH_MILLIS))
                    .note("milliseconds since 1970, in UTC"));
        } else if (subject.all(Facts.EPOCH_MICROS)) {
            return Optional.of(Draft.of(new Draft.Choice(ZONED, ReadingForm.EPOCH_MICROS))
                    .note("microseconds since 1970, in UTC"));
        } else if (subject.all(Facts.JULIAN_DAY)) {
            return Optional.of(Draft.of(new Draft.Choice(ZONED, ReadingForm.JULIAN_DAY))
                    .note("LOSSY: Julian days are rounded to milliseconds, the precision SQLite gives them"));
        }
        return Optional.empty();
    }

    private static Draft undecided(Subject subject) {
        String declared = "declared as " + subject.column().nativeType() + ", but ";
        if (subject.integers() == subject.values()) {
            return Draft.widened(
                    Draft.Choice.asIs(new LogicalType.Int(64)), declared + "its integers are no plausible moments");
        } else if (subject.numbers() == subject.values()) {
            return subject.integersFitDouble()
                    ? Draft.widened(
                            Draft.Choice.asIs(new LogicalType.Floating(64)),
                            declared + "its numbers are no plausible moments")
                    : Draft.widened(Draft.Choice.DECIMAL, declared + "its numbers are no plausible moments");
        }
        return Draft.widened(
                subject.anything(), declared + "its values are not all written in one style (" + styles(subject) + ")");
    }

    private static String styles(Subject subject) {
        StringBuilder found = new StringBuilder(subject.classes());
        for (String fact :
                new String[] {Facts.ISO_DATE, Facts.ISO_TIME, Facts.ISO_TIMESTAMP, Facts.ISO_TIMESTAMP_ZONED}) {
            if (subject.fact(fact) > 0) {
                found.append("; ").append(subject.fact(fact)).append(' ').append(fact);
            }
        }
        return found.toString();
    }
}
