package dev.dmt.engine.sqlite;

import dev.dmt.schema.LogicalType;
import java.util.OptionalInt;

/** Decides for columns declared as numbers and booleans. */
final class NumberTypes {
    private static final int GREATEST_PRECISION = 1_000;

    private NumberTypes() {}

    /** Always 64 bits: SQLite's narrower names bind nobody, and tomorrow's value may be larger. */
    static Draft integer(Subject subject) {
        long odd =
                subject.fact(Facts.REAL_FRACTIONAL) + subject.fact(Facts.REAL_INFINITE) + subject.fact(Facts.REAL_HUGE);
        long misfits = odd + subject.texts() + subject.blobs();
        boolean onlyNumbers = subject.texts() + subject.blobs() == 0;
        Draft draft = Draft.of(new LogicalType.Int(64))
                .misfits(misfits, "64-bit integers", onlyNumbers ? Draft.Choice.DECIMAL : subject.anything());
        return momentHint(subject, draft);
    }

    private static Draft momentHint(Subject subject, Draft draft) {
        String table = subject.table() + "." + subject.column().name();
        if (draft.misfits() == 0
                && (subject.all(Facts.EPOCH_SECONDS)
                        || subject.all(Facts.EPOCH_MILLIS)
                        || subject.all(Facts.EPOCH_MICROS))) {
            return draft.note("looks like moments counted since 1970; to make them timestamps set migration.types: "
                    + table + ": timestamp with zone");
        }
        return draft;
    }

    static Draft real(Subject subject) {
        if (subject.integers() > 0 && !subject.integersFitDouble()) {
            return Draft.widened(
                            Draft.Choice.DECIMAL,
                            "holds integers beyond 2^53, which a double cannot keep: decimal instead")
                    .misfits(subject.texts() + subject.blobs(), "numbers", subject.anything());
        }
        boolean single = subject.declared().name().equals("FLOAT4") && subject.fact(Facts.REAL_BEYOND_SINGLE) == 0;
        return Draft.of(new LogicalType.Floating(single ? 32 : 64))
                .misfits(
                        subject.texts() + subject.blobs() - subject.fact(Facts.REAL_WORD),
                        "numbers",
                        subject.anything());
    }

    static Draft decimal(Subject subject) {
        if (subject.declared().numbersAsText()) {
            long misfits = subject.values() - subject.numbers() - subject.fact(Facts.TEXT_DECIMAL);
            Draft bounded = bounded(subject);
            return (bounded.widened()
                            ? Draft.widened(
                                    Draft.Choice.DECIMAL_TEXT, bounded.notes().get(0))
                            : Draft.of(new Draft.Choice(bounded.choice().type(), ReadingForm.TEXT_NUMBER)))
                    .misfits(misfits, "numbers", subject.anything());
        }
        Draft draft = bounded(subject);
        if (subject.reals() > 0) {
            draft = draft.note(
                    "SQLite keeps fractions as doubles; each becomes the shortest decimal that reads back the"
                            + " same");
        }
        long words = subject.fact(Facts.REAL_WORD);
        return draft.misfits(subject.texts() + subject.blobs() - words, "numbers", subject.anything());
    }

    private static Draft bounded(Subject subject) {
        OptionalInt precision = subject.declared().first();
        if (precision.isEmpty()) {
            return Draft.of(Draft.Choice.DECIMAL);
        }
        int digits = precision.getAsInt();
        int scale = subject.declared().second().orElse(0);
        boolean sane = digits >= 1 && digits <= GREATEST_PRECISION && scale <= digits;
        boolean fits = subject.fact(Facts.REAL_INFINITE) == 0
                && subject.fact(Facts.DIGITS_BEFORE) <= digits - scale
                && subject.fact(Facts.DIGITS_AFTER) <= scale;
        if (sane && fits) {
            return Draft.of(new LogicalType.Decimal(precision, scale));
        }
        return Draft.widened(
                Draft.Choice.DECIMAL,
                "holds numbers that " + subject.column().nativeType()
                        + " does not allow (SQLite does not enforce it): decimal without bounds");
    }

    static Draft truth(Subject subject) {
        long truths = subject.fact(Facts.BOOLEAN_INTEGER) + subject.fact(Facts.BOOLEAN_WORD);
        if (truths == subject.values()) {
            return Draft.of(new LogicalType.Bool());
        } else if (subject.integers() == subject.values()) {
            return Draft.widened(
                    Draft.Choice.asIs(new LogicalType.Int(64)),
                    "declared as a boolean, but holds integers other than 0 and 1");
        }
        return Draft.widened(
                subject.anything(), "declared as a boolean, but holds other values (" + subject.classes() + ")");
    }
}
