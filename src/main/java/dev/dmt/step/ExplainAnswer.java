package dev.dmt.step;

import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.Ddl;
import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.PlanSurvey;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import dev.dmt.schema.Check;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.Index;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What would be done with each table: made from the run's plan, or from one made in memory. */
final class ExplainAnswer {
    private final StepContext context;

    ExplainAnswer(StepContext context) {
        this.context = context;
    }

    ExplainView view(List<String> tables) {
        PlanSurvey survey = context.survey();
        MigrationPlan plan = survey.plan();
        List<TablePlan> chosen = new TableChoice(context.config().migration(), plan).of(tables);
        return new ExplainView(
                plan.guarantee(),
                chosen.stream().map(table -> table(table, survey)).toList(),
                tables.isEmpty() ? omissions(survey) : List.of(),
                survey.problems());
    }

    private List<Omission> omissions(PlanSurvey survey) {
        List<Omission> omissions = new ArrayList<>(survey.plan().omissions());
        if (context.config().zero().enabled()) {
            omissions.addAll(ZeroDocument.of(ZeroGate.planned(context.config().zero(), survey))
                    .omissions());
        }
        return omissions;
    }

    private ExplainView.ExplainedTable table(TablePlan table, PlanSurvey survey) {
        List<ColumnProfile> profiles = survey.profiles().stream()
                .filter(profile -> profile.table().equals(table.source()))
                .flatMap(profile -> profile.columns().stream())
                .toList();
        return new ExplainView.ExplainedTable(
                table.source().toString(),
                table.target().name().toString(),
                table.lane().name().toLowerCase(Locale.ROOT),
                table.rows(),
                travels(table),
                table.units().stream().map(UnitPlan::id).toList(),
                table.compared().stream()
                        .map(column -> column(column, profiles))
                        .toList(),
                ddl(table.target()),
                table.omissions());
    }

    private String travels(TablePlan table) {
        String way = switch (context.config().migration().via()) {
            case CSV -> "csv shards";
            case STREAM -> "a stream of " + table.form().words();
        };
        return way
                + table.increment()
                        .map(increment -> ", of what " + increment.column()
                                + " says has changed since the last load; deleted rows stay in the target")
                        .orElse("");
    }

    private static ExplainView.ExplainedColumn column(ColumnPlan column, List<ColumnProfile> profiles) {
        return new ExplainView.ExplainedColumn(
                column.source(),
                column.target(),
                column.declared(),
                column.nativeType(),
                column.fidelity(),
                column.notes(),
                profiles.stream()
                        .filter(profile -> profile.column().equals(column.source()))
                        .findFirst()
                        .map(ExplainAnswer::found));
    }

    private static ExplainView.Found found(ColumnProfile profile) {
        return new ExplainView.Found(
                profile.nulls(),
                profile.longest(),
                profile.minimum(),
                profile.maximum(),
                profile.fact(ColumnProfile.WHOLE_DIGITS),
                profile.fact(ColumnProfile.SCALE));
    }

    private List<String> ddl(Table target) {
        Ddl ddl = context.dialect().ddl();
        MigrationConfig migration = context.config().migration();
        List<String> statements = new ArrayList<>(ddl.createTable(target));
        statements.addAll(ddl.comment(target));
        statements.addAll(KeySteps.keyStatements(target, ddl));
        for (Index index : target.indexes()) {
            if (migration.createIndexes() || index.unique()) {
                statements.addAll(ddl.createIndex(target, index));
            }
        }
        if (migration.createForeignKeys()) {
            for (ForeignKey key : target.foreignKeys()) {
                statements.addAll(ddl.createForeignKey(target, key));
            }
        }
        if (migration.createChecks()) {
            for (Check check : target.checks()) {
                statements.addAll(ddl.createCheck(target, check));
            }
        }
        return statements.stream().map(ddl::plain).toList();
    }
}
