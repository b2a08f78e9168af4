package dev.dmt.step;

import dev.dmt.attempt.Task;
import dev.dmt.config.MigrationConfig;
import dev.dmt.config.TargetMode;
import dev.dmt.engine.Ddl;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.NamedType;
import dev.dmt.schema.Sequence;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Creates the tables, or makes those that are there ready, as target_mode says. Never destroys rows by surprise. */
final class CreateTablesStep implements Step {
    static final String NAME = "create-tables";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "create the target's tables, or make those that are there ready for the load";
    }

    @Override
    public boolean takesTables() {
        return true;
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        List<TablePlan> tables = context.tables(request);
        if (request.dryRun()) {
            List<String> lines = new ArrayList<>();
            Ddl ddl = context.dialect().ddl();
            MigrationPlan plan = context.planOrPreview();
            OwnObjectItems.of(plan, ddl)
                    .forEach(item -> item.statements().forEach(sql -> lines.add(ddl.plain(sql) + ";")));
            for (TablePlan table : tables) {
                ddl.createSchema(table.target().name().schema()).forEach(sql -> lines.add(sql + ";"));
                statements(context, ddl, table.target(), true).forEach(sql -> lines.add(sql + ";"));
            }
            List<String> distinct = lines.stream().distinct().toList();
            return new StepResult(NAME, false, Map.of("statements", (long) distinct.size()), distinct);
        }
        return context.recorded(NAME, request, () -> create(context, request, tables));
    }

    private StepResult create(StepContext context, StepRequest request, List<TablePlan> tables) {
        refuseSource(context);
        Ddl ddl = context.target().ddl();
        FencedDdl fenced = new FencedDdl(context, NAME);
        CreatedTables created = CreatedTables.of(context);
        created.requireSamePlan(tables);
        List<TablePlan> pending =
                tables.stream().filter(table -> !created.contain(table)).toList();
        Obstacles obstacles = new Obstacles(context, context.requirePlan(), pending);
        obstacles.refusals(request.options().confirmed()).findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        List<String> findings = obstacles.losses();
        findings.forEach(context.progress()::say);
        createSchemas(context, pending, ddl);
        OwnObjectItems.of(context.requirePlan(), ddl)
                .forEach(item -> new FencedDdl(context, "create-type").execute(item));
        List<Task<Boolean>> work = new ArrayList<>();
        obstacles.existing().forEach((table, found) -> {
            List<String> statements = new ArrayList<>(statements(context, ddl, table.target(), found.isPresent()));
            // Rows that are merged may come from other runs as well; a table made anew is this run's alone.
            if (context.config().migration().targetMode() != TargetMode.UPSERT) {
                statements.addAll(context.ledger()
                        .supersede(context.runId(), table.target().name()));
            }
            DdlItem item = DdlItem.of(table, "", statements);
            work.add(Task.brief(
                    NAME + " " + table.source(), () -> fenced.execute(item, CreatedTables.completed(table))));
        });
        // One at a time: dropping a table takes locks on those that its foreign keys point at.
        context.oneByOne(work);
        return new StepResult(NAME, pending.isEmpty(), Map.of("tables", (long) pending.size()), findings);
    }

    private static void refuseSource(StepContext context) {
        MigrationPlan plan = context.requirePlan();
        if (schemas(plan.tables(), plan).stream()
                .anyMatch(schema -> context.target().isPlaceOf(plan.sourceFingerprint(), schema))) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "source and target are the same schema of the same database",
                    ErrorContext.at("target", context.config().target().describe())
                            .withHint("set target.schema, or target.database, to another"));
        }
    }

    /** The schemas are made before the tables, where they are missing: an owner without that right needs none. */
    private static void createSchemas(StepContext context, List<TablePlan> tables, Ddl ddl) {
        Set<String> schemas = new TreeSet<>(schemas(tables, context.requirePlan()));
        schemas.removeIf(schema -> context.target().catalog().schemaExists(schema));
        FencedDdl fenced = new FencedDdl(context, "create-schema");
        schemas.forEach(schema -> fenced.execute(new DdlItem("", schema, ddl.createSchema(schema))));
    }

    private static Set<String> schemas(List<TablePlan> tables, MigrationPlan plan) {
        return Stream.of(
                        tables.stream().map(table -> table.target().name()),
                        plan.types().stream().map(NamedType::name),
                        plan.sequences().stream().map(Sequence::name))
                .flatMap(names -> names)
                .map(TableName::schema)
                .collect(Collectors.toSet());
    }

    /** Engines that add constraints later take none of these; one that cannot makes them with the table. */
    private static Table wanted(MigrationConfig migration, Table target) {
        return new Table(
                target.name(),
                target.columns(),
                target.primaryKey(),
                target.uniqueKeys(),
                target.indexes(),
                migration.createForeignKeys() ? target.foreignKeys() : List.of(),
                migration.createChecks() ? target.checks() : List.of(),
                target.order(),
                target.comment());
    }

    private static List<String> statements(StepContext context, Ddl ddl, Table target, boolean exists) {
        TargetMode mode = context.config().migration().targetMode();
        List<String> statements = new ArrayList<>();
        if (exists && mode == TargetMode.DROP_RECREATE) {
            statements.addAll(ddl.dropTable(target));
        } else if (exists) {
            statements.addAll(ddl.dropForeignKeys(target));
        }
        statements.addAll(ddl.createTable(wanted(context.config().migration(), target)));
        statements.addAll(ddl.comment(target));
        if (exists && mode == TargetMode.TRUNCATE) {
            statements.addAll(ddl.truncate(target));
        }
        if (mode == TargetMode.UPSERT) {
            target.primaryKey().ifPresent(key -> statements.addAll(ddl.createPrimaryKey(target, key)));
        }
        return statements;
    }
}
