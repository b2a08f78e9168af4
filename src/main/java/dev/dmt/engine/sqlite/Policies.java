package dev.dmt.engine.sqlite;

import dev.dmt.config.BadTextPolicy;
import dev.dmt.config.MigrationConfig;
import dev.dmt.config.MisfitPolicy;
import dev.dmt.engine.ColumnReading;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Applies what the config says about values that do not fit, and about bad text. */
final class Policies {
    private static final Set<String> CARRIED_COLLATIONS = Set.of("BINARY");

    private final Subject subject;
    private final MigrationConfig config;
    private final boolean demanded;

    Policies(Subject subject, MigrationConfig config, boolean demanded) {
        this.subject = subject;
        this.config = config;
        this.demanded = demanded;
    }

    ColumnReading apply(Draft draft) {
        List<String> notes = new ArrayList<>(draft.notes());
        String problem = impossible(draft);
        Draft.Choice choice = draft.choice();
        boolean widened = draft.widened();
        if (problem.isEmpty() && draft.misfits() > 0) {
            MisfitPolicy policy = config.onMisfit();
            if (policy == MisfitPolicy.FAIL || (policy == MisfitPolicy.WIDEN && demanded)) {
                problem = misfitProblem(draft);
            } else if (policy == MisfitPolicy.WIDEN) {
                choice = draft.wider();
                widened = true;
                notes.add(draft.misfits() + " values are not " + draft.wanted() + ": " + choice.type() + " instead");
            } else {
                boolean nulling = policy == MisfitPolicy.NULL;
                choice = new Draft.Choice(
                        choice.type(),
                        nulling ? ReadingForm.nulling(choice.form()) : ReadingForm.rejecting(choice.form()));
                notes.add("LOSSY: " + draft.misfits() + " values that are not " + draft.wanted()
                        + (nulling ? " become NULL" : " have their rows rejected"));
            }
        }
        addCollation(notes);
        ColumnReading reading =
                new ColumnReading(choice.type(), choice.form(), widened, notes, draft.misfits(), problem);
        return badText() == 0 ? reading : withBadText(reading);
    }

    private String impossible(Draft draft) {
        if (draft.choice().type().kind() == TypeKind.NATIVE) {
            return where() + " cannot be " + draft.choice().type()
                    + ": SQLite has no such type; name one that every engine" + " has under migration.types";
        }
        if (draft.choice().type().kind() == TypeKind.UNKNOWN) {
            return where() + " has no known type; name one under migration.types";
        }
        if (demanded
                && draft.choice().type() instanceof LogicalType.Text text
                && text.length().isPresent()
                && subject.profile().longest() > text.length().getAsInt()) {
            return where() + " cannot be " + text + ": its longest value has "
                    + subject.profile().longest() + " characters; give it a larger bound under migration.types";
        }
        return "";
    }

    private long badText() {
        return subject.fact(Facts.NUL) + subject.fact(Facts.BAD_UTF8);
    }

    private ColumnReading withBadText(ColumnReading reading) {
        TypeKind kind = reading.type().kind();
        if (kind != TypeKind.TEXT && kind != TypeKind.JSON) {
            return reading;
        }
        List<String> notes = new ArrayList<>(reading.notes());
        LogicalType type = reading.type();
        String form = reading.form();
        String problem = reading.problem();
        String found = badText() + " texts hold NUL characters or are not UTF-8";
        switch (config.onBadText()) {
            case FAIL -> problem = problem.isEmpty() ? badTextProblem() : problem;
            case STRIP -> {
                form = ReadingForm.repairing(form, ReadingForm.TextRepair.STRIP);
                notes.add("LOSSY: " + found + "; what is bad is left out");
            }
            case REPLACE -> {
                form = ReadingForm.repairing(form, ReadingForm.TextRepair.REPLACE);
                notes.add("LOSSY: " + found + "; what is bad becomes U+FFFD");
            }
            case BYTEA -> {
                type = Draft.Choice.ANY_BINARY.type();
                form = Draft.Choice.ANY_BINARY.form();
                notes.add(found + ": binary instead");
            }
        }
        boolean widened = reading.widened() || config.onBadText() == BadTextPolicy.BYTEA;
        return new ColumnReading(type, form, widened, notes, reading.misfits() + badText(), problem);
    }

    private String misfitProblem(Draft draft) {
        return where() + ": " + draft.misfits() + " of " + subject.values() + " values are not " + draft.wanted() + " ("
                + subject.classes() + first() + "). Correct them, set migration.on_misfit to "
                + (demanded ? "null or reject" : "widen, null or reject")
                + ", or name a type that holds them under migration.types";
    }

    private String badTextProblem() {
        return where() + ": " + badText() + " of " + subject.texts() + " texts hold NUL characters ("
                + subject.fact(Facts.NUL) + ") or are not UTF-8 (" + subject.fact(Facts.BAD_UTF8) + first()
                + "). Correct them, or set migration.on_bad_text to strip, replace or bytea";
    }

    private String first() {
        return subject.profile().example().map(row -> "; the first at " + row).orElse("");
    }

    private String where() {
        String declared = subject.column().nativeType();
        return "table " + subject.table() + ", column " + subject.column().name()
                + (declared.isEmpty() ? "" : " (declared as " + declared + ")");
    }

    private void addCollation(List<String> notes) {
        subject.column()
                .collation()
                .filter(name -> CARRIED_COLLATIONS.stream().noneMatch(name::equalsIgnoreCase))
                .ifPresent(name -> notes.add("collation " + name
                        + " is not carried over: comparing and sorting become exact, byte by byte"));
    }
}
