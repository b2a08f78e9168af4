package dev.dmt.step;

import dev.dmt.attempt.Task;
import dev.dmt.config.ZeroConfig;
import dev.dmt.engine.ReplicationCatalog;
import dev.dmt.engine.ReplicationServer;
import dev.dmt.engine.ValueQuestion;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.zero.PlannedTables;
import dev.dmt.zero.SelectedTable;
import dev.dmt.zero.ServerRules;
import dev.dmt.zero.ValueFindings;
import dev.dmt.zero.ValueQuestions;
import dev.dmt.zero.ZeroDesign;
import dev.dmt.zero.ZeroFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at the target with Zero's eyes: as it is planned, or as it stands. */
final class ZeroSurvey {
    private final StepContext context;
    private final ZeroConfig config;
    private final ReplicationCatalog catalog;
    private final ReplicationServer server;

    ZeroSurvey(StepContext context) {
        this.context = context;
        this.config = context.config().zero();
        this.catalog = context.target()
                .replication()
                .orElseThrow(() -> new DmtException(
                        ErrorCode.CONFIG,
                        "Zero syncs from PostgreSQL alone, and the target is "
                                + context.config().target().describe(),
                        ErrorContext.at("key", "zero.enabled").withHint("set it to false, or choose another target")));
        this.server = catalog.server();
    }

    ZeroDesign planned(MigrationPlan plan) {
        return ZeroDesign.of(PlannedTables.of(plan), config, server.version());
    }

    ZeroDesign standing() {
        List<String> schemas = config.schemas().isEmpty() ? List.of(targetSchema()) : config.schemas();
        List<ReplicatedTable> tables = catalog.tables(schemas);
        if (tables.isEmpty()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "there are no tables in " + String.join(", ", schemas) + " of "
                            + context.config().target().describe(),
                    ErrorContext.at("key", "zero.schemas").withHint("name the schemas that hold the tables"));
        }
        return ZeroDesign.of(tables, config, server.version());
    }

    List<ZeroFinding> ofServer() {
        return ServerRules.check(server);
    }

    /** Counts in the target what clients would not see as it is; a table that is not there yet says nothing. */
    List<ZeroFinding> ofValues(ZeroDesign design) {
        List<String> schemas = design.selection().tables().stream()
                .map(table -> table.name().schema())
                .distinct()
                .toList();
        Set<TableName> there =
                catalog.tables(schemas).stream().map(ReplicatedTable::name).collect(Collectors.toSet());
        List<Task<List<ZeroFinding>>> scans = new ArrayList<>();
        for (SelectedTable table : design.selection().tables()) {
            List<ValueQuestion> questions = ValueQuestions.of(table);
            if (!questions.isEmpty() && there.contains(table.name())) {
                scans.add(Task.brief(
                        "count in " + table.name(),
                        () -> ValueFindings.of(table, questions, catalog.count(table.name(), questions))));
            }
        }
        return context.inParallel(scans).stream().flatMap(List::stream).toList();
    }

    private String targetSchema() {
        String schema = context.config().target().schema();
        return schema.isEmpty() ? context.dialect().defaultSchema() : schema;
    }
}
