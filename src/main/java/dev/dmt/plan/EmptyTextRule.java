package dev.dmt.plan;

import dev.dmt.config.EmptyTextPolicy;
import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.EmptyText;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.TargetDialect;
import dev.dmt.schema.Column;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of texts of length 0 in columns of a target that keeps them as NULL. Where nobody has decided, the target
 * refuses each such row; the plan says nothing of what it cannot count.
 */
record EmptyTextRule(TargetDialect dialect, MigrationConfig migration) {
    ColumnReading applied(TableDraft draft, Column column, ColumnReading reading, NativeType type) {
        EmptyTextPolicy policy = migration.emptyText();
        if (!concerns(reading, type)) {
            return reading;
        }
        if (policy == EmptyTextPolicy.FAIL) {
            return refused(draft, column, reading);
        }
        if (policy == EmptyTextPolicy.SPACE) {
            return isBytes(type)
                    ? reading
                    : told(reading, EmptyText.SPACE, "LOSSY: an empty text becomes one blank: migration.empty_text");
        }
        boolean inKey = draft.source()
                .primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        // What tells rows apart cannot be NULL: such a row is refused as it is without the policy.
        return inKey
                ? reading
                : told(
                        reading,
                        EmptyText.NULL,
                        "LOSSY: an empty value becomes NULL: migration.empty_text"
                                + (column.nullable() ? "" : "; so the column takes NULL"));
    }

    private static ColumnReading refused(TableDraft draft, Column column, ColumnReading reading) {
        long empty = draft.profile().columns().stream()
                .filter(profile -> profile.column().equals(column.name()))
                .mapToLong(profile -> profile.fact(EmptyText.FACT))
                .sum();
        if (empty == 0 || !reading.problem().isEmpty()) {
            return reading;
        }
        return new ColumnReading(
                reading.type(),
                reading.form(),
                reading.widened(),
                reading.notes(),
                reading.misfits(),
                draft.source().name() + "." + column.name() + " holds " + empty
                        + " empty values, which the target keeps as NULL; migration.empty_text: null or space says what"
                        + " they become");
    }

    /** The target's own types come from one of its kind, where no text is empty. */
    private boolean concerns(ColumnReading reading, NativeType type) {
        boolean own = reading.type() instanceof LogicalType.Native foreign
                && foreign.engine().equals(dialect.engine());
        return !own && dialect.emptyIsNull(type.sql());
    }

    private static boolean isBytes(NativeType type) {
        TypeKind kind = type.held().kind();
        return kind == TypeKind.BINARY
                || kind == TypeKind.ROW_VERSION
                || kind == TypeKind.GEOMETRY
                || kind == TypeKind.UUID;
    }

    private static ColumnReading told(ColumnReading reading, EmptyText rule, String note) {
        List<String> notes = new ArrayList<>(reading.notes());
        notes.add(note);
        return new ColumnReading(
                reading.type(),
                rule.added(reading.form()),
                reading.widened(),
                notes,
                reading.misfits(),
                reading.problem());
    }
}
