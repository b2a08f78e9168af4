package dev.dmt.step;

import dev.dmt.attempt.Task;
import dev.dmt.config.DmtConfig;
import dev.dmt.engine.EmptyTextReader;
import dev.dmt.engine.Reader;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TargetDialect;
import dev.dmt.plan.ColumnLimit;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.PlanInputs;
import dev.dmt.plan.PlanSurvey;
import dev.dmt.plan.Planner;
import dev.dmt.plan.TableSelection;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableProfile;
import dev.dmt.zero.ZeroPlanRules;
import java.util.ArrayList;
import java.util.List;

/** Describes the source and makes the plan in memory: what extract-schema and plan then write down. */
final class Preview {
    private final StepContext context;
    private final DmtConfig config;
    private final SourceDatabase source;

    Preview(StepContext context) {
        this.context = context;
        this.config = context.config();
        this.source = context.source();
    }

    SchemaDocument schema(TargetDialect dialect) {
        TableSelection selection =
                new TableSelection(config.migration(), config.source().severalSchemas());
        DatabaseSchema schema = source.describe(selection.wanted());
        selection.requireNamedTables(
                schema.tables().stream().map(table -> table.name().toString()).toList());
        ColumnLimit.require(schema, dialect);
        List<Task<TableProfile>> scans = new ArrayList<>();
        for (Table table : schema.tables()) {
            scans.add(Task.brief("profile " + table.name(), () -> source.profile(table)));
        }
        List<TableProfile> profiles = context.inParallel(scans);
        return new SchemaDocument(source.fingerprint(), source.guarantee(), schema, profiles, source.sequenceFloors());
    }

    MigrationPlan plan(SchemaDocument document, TargetDialect dialect) {
        return Planner.plan(inputs(document, dialect), document.sourceFingerprint(), document.guarantee());
    }

    PlanSurvey survey(SchemaDocument document, TargetDialect dialect) {
        return Planner.survey(inputs(document, dialect), document.sourceFingerprint(), document.guarantee());
    }

    private PlanInputs inputs(SchemaDocument document, TargetDialect dialect) {
        Reader reader = new EmptyTextReader(source.reader());
        return new PlanInputs(
                config,
                document.schema(),
                document.profiles(),
                document.sequenceFloors(),
                source.types(),
                dialect,
                reader::partitions,
                ZeroPlanRules.of(config.zero()));
    }
}
