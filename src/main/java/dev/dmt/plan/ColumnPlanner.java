package dev.dmt.plan;

import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.ColumnReading;
import dev.dmt.engine.NativeType;
import dev.dmt.engine.RenderedColumn;
import dev.dmt.engine.Rendering;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.GeneratedColumn;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides each column's name, type, default and generation. */
final class ColumnPlanner {
    private final PlanInputs inputs;
    private final MigrationConfig migration;
    private final List<String> problems;
    private final NativeTypes natives;
    private final SequenceDefault sequences;

    ColumnPlanner(PlanInputs inputs, List<String> problems) {
        this.inputs = inputs;
        this.migration = inputs.config().migration();
        this.problems = problems;
        this.natives = new NativeTypes(inputs);
        this.sequences = new SequenceDefault(inputs);
    }

    void plan(TableDraft draft) {
        NameMap names = new NameMap(inputs.dialect(), inputs.rules()::columnName);
        List<ColumnReading> readings = new ArrayList<>();
        for (Column column : draft.source().columns()) {
            String wanted = wantedName(draft, column);
            String target = names.give(wanted);
            ColumnReading reading = read(draft, column);
            readings.add(reading);
            draft.rendered().put(column.name(), new RenderedColumn(target, reading.type()));
            if (!target.equals(wanted)) {
                draft.omit(
                        "name",
                        column.name(),
                        inputs.rules().renamedColumn(wanted, target),
                        "migration.rename_columns");
            }
        }
        for (int i = 0; i < readings.size(); i++) {
            add(draft, draft.source().columns().get(i), readings.get(i));
        }
    }

    private ColumnReading read(TableDraft draft, Column column) {
        ColumnProfile profile = profile(draft, column);
        Optional<LogicalType> override = override(draft, column);
        override.ifPresent(type -> draft.demand(column.name()));
        ColumnReading reading = inputs.sourceTypes().read(draft.source(), column, profile, override, migration);
        if (!reading.problem().isEmpty()) {
            problems.add(reading.problem());
        } else if (reading.type().kind() == TypeKind.UNKNOWN) {
            problems.add(draft.source().name() + "." + column.name() + " has the type " + column.nativeType()
                    + ", which dmt does not know; name one under migration.types");
        }
        return reading;
    }

    private void add(TableDraft draft, Column column, ColumnReading given) {
        RenderedColumn rendered = draft.rendered().get(column.name());
        if (rendered == null) {
            throw new IllegalStateException("column " + column.name() + " was not named");
        }
        NativeType nativeType = natives.of(draft, column, given);
        ColumnReading reading =
                new EmptyTextRule(inputs.dialect(), migration).applied(draft, column, given, nativeType);
        if (given.problem().isEmpty() && !reading.problem().isEmpty()) {
            problems.add(reading.problem());
        }
        if (nativeType.fidelity() == Fidelity.REFUSED && reading.type().kind() != TypeKind.UNKNOWN) {
            problems.add(draft.source().name() + "." + column.name() + ": " + nativeType.reason());
        }
        draft.rendered().put(column.name(), new RenderedColumn(rendered.targetName(), nativeType.held()));
        compareTexts(draft, column, nativeType.held());
        Optional<String> generated = generated(draft, column, reading, nativeType.held());
        List<ColumnPlan> plans = generated.isPresent() ? draft.generated() : draft.moved();
        plans.add(columnPlan(column, rendered.targetName(), reading, nativeType));
        boolean identity = isIdentity(column, reading)
                || sequences.countsItself(draft, column, reading.type().kind());
        if (column.identity() && !identity) {
            draft.omit(
                    "identity",
                    column.name(),
                    "as " + nativeType.held() + " it does not count by itself",
                    "name integer(64) under migration.types where its values allow it");
        }
        draft.targetColumns()
                .add(new Column(
                        rendered.targetName(),
                        nativeType.sql(),
                        (column.nullable() || reading.makesNulls()) && !identity,
                        generated.isPresent() || identity
                                ? Optional.empty()
                                : defaultSql(draft, column, nativeType.held()),
                        identity,
                        generated.map(sql -> new GeneratedColumn(sql, true)),
                        Optional.empty(),
                        column.comment().filter(text -> inputs.dialect().ddl().keepsComments())));
    }

    private void compareTexts(TableDraft draft, Column column, LogicalType held) {
        if (held.kind() == TypeKind.TEXT) {
            draft.compare(
                    column.name(),
                    new Equality(
                            inputs.sourceTypes().collation(column),
                            inputs.dialect().types().collation(held)));
            CollationNotes.ofColumn(draft, column.name());
        }
    }

    private static ColumnPlan columnPlan(Column column, String target, ColumnReading reading, NativeType nativeType) {
        List<String> notes = new ArrayList<>(reading.notes());
        if (!nativeType.reason().isEmpty()) {
            notes.add(nativeType.reason());
        }
        Fidelity fidelity =
                nativeType.fidelity() == Fidelity.EXACT && reading.widened() ? Fidelity.WIDENED : nativeType.fidelity();
        if (notes.stream().anyMatch(note -> note.startsWith("LOSSY"))) {
            fidelity = Fidelity.LOSSY;
        }
        if (!reading.problem().isEmpty()) {
            fidelity = Fidelity.REFUSED;
            notes.add(reading.problem());
        }
        return new ColumnPlan(
                column.name(),
                target,
                column.nativeType(),
                nativeType.held(),
                reading.form(),
                nativeType.sql(),
                fidelity,
                notes);
    }

    /** An identity column counts in whole numbers, whatever else the config makes of it. */
    private static boolean isIdentity(Column column, ColumnReading reading) {
        return column.identity() && (isWhole(reading.type()) || isOwnWhole(reading.type()));
    }

    private static boolean isWhole(LogicalType type) {
        return type.kind() == TypeKind.INTEGER;
    }

    /** A whole number that only its own engine has: one without a sign. */
    private static boolean isOwnWhole(LogicalType type) {
        return type instanceof LogicalType.Native own && isWhole(own.portable());
    }

    private Optional<String> generated(TableDraft draft, Column column, ColumnReading reading, LogicalType type) {
        if (column.generated().isEmpty()) {
            return Optional.empty();
        }
        GeneratedColumn generation = column.generated().get();
        // Values that are not what the column declares: the target's own computation would not yield them.
        Rendering rendering = reading.misfits() > 0
                ? new Rendering.Refused("not all of its values are what it declares")
                : new Rendered(inputs, draft, "generated column").generated(generation.expressionSql(), type);
        if (rendering instanceof Rendering.Sql sql) {
            if (!generation.stored()) {
                draft.omit(
                        "generated column",
                        column.name(),
                        "it is virtual in the source and stored in the target; its values are the same",
                        "");
            }
            return Optional.of(sql.text());
        }
        draft.omit(
                "generated column",
                column.name() + " AS (" + generation.expressionSql() + ")",
                ((Rendering.Refused) rendering).reason() + "; its values are moved into a plain column",
                "write the expression in the target's dialect afterwards");
        return Optional.empty();
    }

    private Optional<String> defaultSql(TableDraft draft, Column column, LogicalType type) {
        if (column.defaultSql().isEmpty()) {
            return Optional.empty();
        }
        String text = column.defaultSql().get();
        Rendering rendering = new Rendered(inputs, draft, "default").defaultOf(column, text, type);
        if (rendering instanceof Rendering.Sql sql) {
            return Optional.of(sql.text());
        }
        draft.omit(
                "default",
                column.name() + " DEFAULT " + text,
                ((Rendering.Refused) rendering).reason(),
                "set it in the target afterwards");
        return Optional.empty();
    }

    private String wantedName(TableDraft draft, Column column) {
        return renames(draft, column).orElse(column.name());
    }

    private Optional<String> renames(TableDraft draft, Column column) {
        return lookUp(migration.renameColumns(), draft, column);
    }

    private Optional<LogicalType> override(TableDraft draft, Column column) {
        return lookUp(migration.types(), draft, column).map(LogicalType::parse);
    }

    private static Optional<String> lookUp(Map<String, String> map, TableDraft draft, Column column) {
        return SourceNames.ofColumn(map, draft.source().name(), column.name());
    }

    private static ColumnProfile profile(TableDraft draft, Column column) {
        return draft.profile().columns().stream()
                .filter(profile -> profile.column().equals(column.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no profile of column " + column.name()));
    }
}
