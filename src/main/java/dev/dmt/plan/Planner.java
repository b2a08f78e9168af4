package dev.dmt.plan;

import dev.dmt.config.MigrationConfig;
import dev.dmt.config.TargetMode;
import dev.dmt.engine.WireColumn;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.Index;
import dev.dmt.schema.Key;
import dev.dmt.schema.Omission;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the plan: a pure function of its inputs. All that stands in its way is said at once. */
public final class Planner {
    private static final int VERSION = 1;

    private final PlanInputs inputs;
    private final MigrationConfig migration;
    private final boolean lenient;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, TableDraft> drafts = new LinkedHashMap<>();
    private final Map<String, Table> targets = new LinkedHashMap<>();
    private final Map<String, NameMap> constraints = new HashMap<>();
    private final SchemaNames schemas;
    private final OwnObjects objects;

    private Planner(PlanInputs inputs, boolean lenient) {
        this.inputs = inputs;
        this.lenient = lenient;
        this.migration = inputs.config().migration();
        this.schemas = new SchemaNames(inputs);
        this.objects = new OwnObjects(inputs, schemas);
    }

    public static MigrationPlan plan(PlanInputs inputs, String sourceFingerprint, String guarantee) {
        return new Planner(inputs, false).plan(sourceFingerprint, guarantee);
    }

    /** The plan with all that stands in its way, for looking at. */
    public static PlanSurvey survey(PlanInputs inputs, String sourceFingerprint, String guarantee) {
        Planner planner = new Planner(inputs, true);
        MigrationPlan plan = planner.plan(sourceFingerprint, guarantee);
        return new PlanSurvey(plan, planner.problems, inputs.profiles());
    }

    private MigrationPlan plan(String sourceFingerprint, String guarantee) {
        List<Omission> omissions = new ArrayList<>(inputs.schema().omissions());
        inputs.schema().tables().forEach(this::draft);
        OwnNames ownNames = objects.plan(omissions);
        drafts.values().forEach(draft -> draft.know(ownNames));
        ColumnPlanner columns = new ColumnPlanner(inputs, problems);
        drafts.values().forEach(columns::plan);
        refuseProblems();
        drafts.forEach((key, draft) -> targets.put(key, withKeys(draft)));
        ForeignKeyPlanner foreignKeys = new ForeignKeyPlanner(drafts, targets);
        CheckPlanner checks = new CheckPlanner(inputs);
        UnitPlanner units = new UnitPlanner(migration, inputs.partitioning());
        List<TablePlan> tables = new ArrayList<>();
        drafts.forEach((key, draft) -> {
            Table target = complete(draft, key, foreignKeys, checks);
            tables.add(tablePlan(draft, target, units));
        });
        refuseProblems();
        return new MigrationPlan(
                VERSION, sourceFingerprint, guarantee, tables, omissions, objects.types(), objects.sequences());
    }

    private void draft(Table table) {
        String wanted = SourceNames.ofTable(migration.renameTables(), table.name())
                .orElse(table.name().name());
        String schema = schemas.of(table.name().schema());
        TableName target = new TableName(schema, schemas.in(schema).give(wanted));
        TableDraft draft = new TableDraft(table, profile(table), target);
        if (!target.name().equals(wanted)) {
            draft.omit("name", wanted, inputs.rules().renamedTable(wanted, target.name()), "migration.rename_tables");
        }
        drafts.put(SourceNames.key(table.name()), draft);
    }

    private Table withKeys(TableDraft draft) {
        NameMap schemaNames = schemas.in(draft.targetName().schema());
        KeyPlanner keys = new KeyPlanner(inputs, schemaNames);
        List<Index> indexes = new ArrayList<>();
        Optional<Key> primary = keys.primaryKey(draft, indexes);
        List<Key> unique = keys.uniqueKeys(draft, indexes);
        indexes.addAll(keys.indexes(draft));
        RowOrder order = primary.map(key -> new RowOrder(RowOrder.Kind.KEY, key.columns()))
                .orElse(new RowOrder(RowOrder.Kind.NONE, List.of()));
        Table keyed = new Table(
                draft.targetName(),
                draft.targetColumns(),
                primary,
                unique,
                indexes,
                List.of(),
                List.of(),
                order,
                draft.keptComment(inputs.dialect().ddl()));
        return new IdentityKey(inputs).addedTo(keyed, draft, schemaNames);
    }

    private Table complete(TableDraft draft, String key, ForeignKeyPlanner foreignKeys, CheckPlanner checks) {
        Table keyed = targets.get(key);
        if (keyed == null) {
            throw new IllegalStateException("table " + key + " has no target");
        }
        NameMap constraintNames = inputs.dialect().constraintNamesAreTheTables()
                ? new NameMap(inputs.dialect())
                : constraints.computeIfAbsent(keyed.name().schema(), schema -> new NameMap(inputs.dialect()));
        keyed.primaryKey().ifPresent(primary -> constraintNames.give(primary.name()));
        keyed.uniqueKeys().forEach(unique -> constraintNames.give(unique.name()));
        return new Table(
                keyed.name(),
                keyed.columns(),
                keyed.primaryKey(),
                keyed.uniqueKeys(),
                keyed.indexes(),
                foreignKeys.plan(draft, constraintNames),
                checks.plan(draft, constraintNames),
                keyed.order(),
                keyed.comment());
    }

    private TablePlan tablePlan(TableDraft draft, Table target, UnitPlanner units) {
        if (migration.targetMode() == TargetMode.UPSERT && target.primaryKey().isEmpty()) {
            problems.add(draft.source().name() + " has no primary key, which target_mode upsert needs;"
                    + " exclude it, or choose another mode");
        }
        TablePlan whole = new TablePlan(
                draft.source().name(),
                target,
                Lane.SMALL,
                draft.profile().rows(),
                draft.profile().bytes(),
                draft.source().order(),
                draft.moved(),
                draft.generated(),
                List.of(),
                RowForm.CSV,
                new IncrementPlanner(migration.incremental(), problems)
                        .increment(draft.source().name().name(), draft.moved()),
                inputs.sequenceFloors().getOrDefault(draft.source().name().toString(), draft.sequenceFloor()),
                draft.omissions());
        return whole.withForm(form(whole.wireColumns()))
                .withUnits(units.lane(whole.sourceRead(), whole.rows()), units.units(whole.sourceRead(), whole.rows()));
    }

    private RowForm form(List<WireColumn> columns) {
        boolean untouched = columns.stream()
                .allMatch(column ->
                        inputs.sourceTypes().givesUntouched(inputs.dialect().engine(), column));
        return inputs.dialect()
                .ownFormat(columns, untouched)
                .map(own -> new RowForm(own.name(), untouched))
                .orElse(RowForm.CSV);
    }

    private TableProfile profile(Table table) {
        return inputs.profiles().stream()
                .filter(profile -> profile.table().equals(table.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no profile of " + table.name()));
    }

    private void refuseProblems() {
        if (problems.isEmpty() || lenient) {
            return;
        }
        throw new DmtException(
                ErrorCode.DATA,
                "the plan cannot be made:\n  " + String.join("\n  ", problems),
                ErrorContext.hint("dmt explain shows every column's type and what the data holds"));
    }
}
