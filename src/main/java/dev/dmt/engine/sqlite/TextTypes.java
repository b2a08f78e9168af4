package dev.dmt.engine.sqlite;

import dev.dmt.schema.LogicalType;
import java.util.OptionalInt;

/** Decides for columns declared as text, JSON, uuids and blobs, and for those that declare nothing. */
final class TextTypes {
    private static final int LONGEST_BOUND = 10_485_760;

    private TextTypes() {}

    static Draft text(Subject subject) {
        OptionalInt bound = subject.declared().first();
        Draft draft;
        if (subject.numbers() > 0) {
            draft = Draft.of(Draft.Choice.ANY_TEXT)
                    .note("SQLite keeps numbers in this column (" + subject.classes() + "): written as their digits");
        } else if (bound.isPresent() && bound.getAsInt() >= 1 && bound.getAsInt() <= LONGEST_BOUND) {
            draft = subject.profile().longest() <= bound.getAsInt()
                    ? Draft.of(new LogicalType.Text(bound))
                    : Draft.widened(
                            Draft.Choice.TEXT,
                            "declared as " + subject.column().nativeType() + ", but its longest value has "
                                    + subject.profile().longest() + " characters: text without a bound");
        } else {
            draft = Draft.of(Draft.Choice.TEXT);
        }
        return draft.misfits(subject.blobs(), "text", subject.anything());
    }

    static Draft json(Subject subject) {
        boolean valid = subject.blobs() == 0
                && subject.fact(Facts.REAL_INFINITE) == 0
                && subject.fact(Facts.JSON_VALID) == subject.texts();
        if (!valid) {
            return Draft.widened(
                    subject.anything(),
                    "declared as " + subject.column().nativeType() + ", but not all of its values are JSON text ("
                            + subject.classes() + ")");
        }
        String form = subject.numbers() > 0 ? ReadingForm.ANY_AS_TEXT : ReadingForm.AS_IS;
        if (subject.declared().name().equals("JSON_TEXT")) {
            return Draft.of(new Draft.Choice(new LogicalType.Json(false), form));
        }
        if (subject.declared().name().equals("JSONB_TEXT") && subject.fact(Facts.JSON_NOT_BINARY) == 0) {
            return Draft.of(new Draft.Choice(new LogicalType.Json(true), form));
        }
        if (subject.fact(Facts.JSON_NOT_BINARY) > 0) {
            return Draft.of(new Draft.Choice(new LogicalType.Json(false), form))
                    .note("json rather than jsonb: " + subject.fact(Facts.JSON_NOT_BINARY)
                            + " documents hold an escaped NUL, half a surrogate pair or a number beyond jsonb");
        }
        return Draft.of(new Draft.Choice(new LogicalType.Json(true), form))
                .note("jsonb keeps what a document says, not how it is written: white space, the order of keys and all"
                        + " but the last of repeated keys are not kept; migration.types: json keeps them");
    }

    static Draft uuid(Subject subject) {
        long uuids = subject.fact(Facts.UUID) + subject.fact(Facts.UUID_BLOB);
        if (uuids == subject.values()) {
            String form = subject.blobs() > 0 ? ReadingForm.BLOB_UUID : ReadingForm.AS_IS;
            Draft draft = Draft.of(new Draft.Choice(new LogicalType.Uuid(), form));
            return subject.fact(Facts.UUID_UPPER) > 0
                    ? draft.note(subject.fact(Facts.UUID_UPPER) + " values have upper-case digits: read as lower case")
                    : draft;
        }
        return Draft.widened(
                subject.anything(),
                "declared as " + subject.column().nativeType() + ", but not all of its values are uuids");
    }

    static Draft blob(Subject subject) {
        Draft draft = Draft.of(Draft.Choice.BINARY);
        if (subject.texts() > 0) {
            draft = draft.note(subject.texts() + " values are text: kept as their UTF-8 bytes");
        }
        return draft.misfits(subject.numbers(), "blobs", subject.anything());
    }

    /** Nothing is declared, so nothing can be a misfit: the narrowest type that holds what there is. */
    static Draft fromData(Subject subject) {
        Draft draft = Draft.of(narrowest(subject));
        if (subject.values() == 0) {
            return draft.note("no values and no declared type to go by: text");
        }
        boolean mixed = subject.texts() != subject.values()
                && subject.blobs() != subject.values()
                && subject.numbers() != subject.values();
        return mixed ? draft.note("holds values of several kinds (" + subject.classes() + ")") : draft;
    }

    private static Draft.Choice narrowest(Subject subject) {
        if (subject.values() == 0 || subject.numbers() != subject.values()) {
            return subject.anything();
        } else if (subject.reals() == 0) {
            return Draft.Choice.asIs(new LogicalType.Int(64));
        }
        return subject.integersFitDouble() ? Draft.Choice.asIs(new LogicalType.Floating(64)) : Draft.Choice.DECIMAL;
    }
}
