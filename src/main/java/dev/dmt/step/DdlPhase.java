package dev.dmt.step;

import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.Ddl;
import dev.dmt.plan.TablePlan;
import java.util.List;

/**
 * One round of a DDL step over all tables; the next round begins when it is done.
 *
 * @param parallel whether its items may run at the same time
 */
record DdlPhase(boolean parallel, Items items) {
    /** What one table needs. */
    @FunctionalInterface
    interface Items {
        List<DdlItem> of(TablePlan table, Ddl ddl, MigrationConfig migration);
    }
}
