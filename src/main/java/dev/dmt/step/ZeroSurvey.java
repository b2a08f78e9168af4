package dev.dmt.step;

import dev.dmt.config.ZeroConfig;
import dev.dmt.engine.ReplicationCatalog;
import dev.dmt.engine.ReplicationServer;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.TableName;
import dev.dmt.schema.TableProfile;
import dev.dmt.schema.replicated.ReplicatedTable;
import dev.dmt.zero.CountedSelection;
import dev.dmt.zero.PlannedTables;
import dev.dmt.zero.ProfiledValues;
import dev.dmt.zero.ServerRules;
import dev.dmt.zero.ZeroDesign;
import dev.dmt.zero.ZeroFinding;
import dev.dmt.zero.ZeroRules;
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

    List<ZeroFinding> ofServer() {
        return ServerRules.check(server);
    }

    /** What Zero will make of the plan, by what the source was found to hold. */
    ZeroDesign planned(MigrationPlan plan, List<TableProfile> profiles) {
        return planned(config, server.version(), plan, profiles);
    }

    static ZeroDesign planned(ZeroConfig config, int serverVersion, MigrationPlan plan, List<TableProfile> profiles) {
        return ZeroDesign.of(
                new CountedSelection(
                        ZeroRules.select(
                                PlannedTables.of(plan),
                                config,
                                serverVersion,
                                ProfiledValues.unreadable(plan, profiles)),
                        List.of()),
                config);
    }

    /** What Zero makes of the plan, by what its tables hold where they are all there. */
    ZeroDesign loaded(MigrationPlan plan, List<TableProfile> profiles) {
        List<TableName> planned = plan.tables().stream()
                .map(TablePlan::target)
                .map(table -> table.name())
                .toList();
        Set<TableName> there = catalog
                .tables(planned.stream().map(TableName::schema).distinct().toList())
                .stream()
                .map(ReplicatedTable::name)
                .collect(Collectors.toSet());
        return there.containsAll(planned) ? counted(PlannedTables.of(plan)) : planned(plan, profiles);
    }

    /** What Zero makes of the target as it stands. */
    ZeroDesign standing() {
        List<String> schemas = config.schemas().isEmpty() ? context.targetSchemas() : config.schemas();
        List<ReplicatedTable> tables = catalog.tables(schemas);
        if (tables.isEmpty()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "there are no tables in " + String.join(", ", schemas) + " of "
                            + context.config().target().describe(),
                    ErrorContext.at("key", "zero.schemas").withHint("name the schemas that hold the tables"));
        }
        return counted(tables);
    }

    private ZeroDesign counted(List<ReplicatedTable> tables) {
        return ZeroDesign.of(CountedSelection.of(tables, config, server.version(), catalog::count), config);
    }
}
