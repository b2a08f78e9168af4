package dev.dmt.zero;

import dev.dmt.config.ZeroConfig;
import dev.dmt.plan.PlanRules;
import dev.dmt.schema.Table;
import java.util.List;

/** What a plan must keep to, so that Zero can sync the target. */
public final class ZeroPlanRules implements PlanRules {
    private static final int NEWEST_SERVER = 990_000;

    private final ZeroConfig everyTable;

    private ZeroPlanRules(ZeroConfig everyTable) {
        this.everyTable = everyTable;
    }

    /** The rules where the config wants Zero, none where it does not. */
    public static PlanRules of(ZeroConfig config) {
        return config.enabled() ? new ZeroPlanRules(config.withTables(List.of("*"))) : PlanRules.NONE;
    }

    @Override
    public String tableName(String wanted) {
        return ZeroNameRule.acceptedTableName(wanted);
    }

    @Override
    public String columnName(String wanted) {
        return ZeroNameRule.acceptedColumnName(wanted);
    }

    @Override
    public boolean keyIsMissing(Table target) {
        return ZeroRules.select(List.of(PlannedTables.of(target)), everyTable, NEWEST_SERVER)
                .tables()
                .isEmpty();
    }

    @Override
    public String reason() {
        return "a name that Zero accepts";
    }
}
