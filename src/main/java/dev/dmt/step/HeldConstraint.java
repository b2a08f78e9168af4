package dev.dmt.step;

import dev.dmt.engine.Ddl;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.Check;
import dev.dmt.schema.ForeignKey;
import dev.dmt.schema.TableName;
import java.util.List;

/**
 * A constraint that guards new rows at once and is then held against those that are there.
 *
 * @param leansOn the tables whose keys must be there before
 * @param described for messages: which constraint of which table
 * @param broken what rows do that break it
 * @param countBroken a query that counts those rows
 */
record HeldConstraint(
        TablePlan table,
        String name,
        DdlItem added,
        DdlItem validated,
        List<TableName> leansOn,
        String described,
        String broken,
        String countBroken) {
    static List<HeldConstraint> foreignKeys(TablePlan table, Ddl ddl) {
        return table.target().foreignKeys().stream()
                .map(key -> foreignKey(table, key, ddl))
                .toList();
    }

    static List<HeldConstraint> checks(TablePlan table, Ddl ddl) {
        return table.target().checks().stream()
                .map(check -> check(table, check, ddl))
                .toList();
    }

    private static HeldConstraint foreignKey(TablePlan table, ForeignKey key, Ddl ddl) {
        return new HeldConstraint(
                table,
                key.name(),
                DdlItem.of(table, key.name(), ddl.createForeignKey(table.target(), key)),
                DdlItem.of(table, key.name() + "/validate", ddl.validateForeignKey(table.target(), key)),
                List.of(key.referencedTable()),
                "foreign key " + key.name() + " of " + table.target().name(),
                "without a parent in " + key.referencedTable(),
                ddl.countOrphans(table.target(), key));
    }

    private static HeldConstraint check(TablePlan table, Check check, Ddl ddl) {
        return new HeldConstraint(
                table,
                check.name(),
                DdlItem.of(table, check.name(), ddl.createCheck(table.target(), check)),
                DdlItem.of(table, check.name() + "/validate", ddl.validateCheck(table.target(), check)),
                List.of(),
                "check " + check.name() + " of " + table.target().name(),
                "for which it is false",
                ddl.countViolations(table.target(), check));
    }

    String finding(long rows) {
        return described + ": " + rows + " rows " + broken + "; it guards new rows but stays NOT VALID";
    }
}
