package dev.dmt.step;

import dev.dmt.config.DmtConfig;
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
import java.util.ArrayList;
import java.util.List;

/** Describes the source and makes the plan in memory: what extract-schema and plan then write down. */
final class Preview {
    private final DmtConfig config;
    private final SourceDatabase source;
    private final Workers workers;

    Preview(DmtConfig config, SourceDatabase source, Workers workers) {
        this.config = config;
        this.source = source;
        this.workers = workers;
    }

    SchemaDocument schema(TargetDialect dialect) {
        TableSelection selection = new TableSelection(config.migration());
        DatabaseSchema schema = source.describe(selection.wanted());
        selection.requireNamedTables(
                schema.tables().stream().map(table -> table.name().name()).toList());
        ColumnLimit.require(schema, dialect);
        List<Workers.Task<TableProfile>> scans = new ArrayList<>();
        for (Table table : schema.tables()) {
            scans.add(new Workers.Task<>("profile " + table.name(), () -> source.profile(table)));
        }
        List<TableProfile> profiles = workers.all(scans);
        return new SchemaDocument(source.fingerprint(), source.guarantee(), schema, profiles, source.sequenceFloors());
    }

    MigrationPlan plan(SchemaDocument document, TargetDialect dialect) {
        return Planner.plan(inputs(document, dialect), document.sourceFingerprint(), document.guarantee());
    }

    PlanSurvey survey(SchemaDocument document, TargetDialect dialect) {
        return Planner.survey(inputs(document, dialect), document.sourceFingerprint(), document.guarantee());
    }

    private PlanInputs inputs(SchemaDocument document, TargetDialect dialect) {
        Reader reader = source.reader();
        return new PlanInputs(
                config,
                document.schema(),
                document.profiles(),
                document.sequenceFloors(),
                source.types(),
                dialect,
                reader::partitions);
    }
}
