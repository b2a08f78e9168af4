package dev.dmt.step;

import dev.dmt.plan.TablePlan;
import java.util.List;

/**
 * Statements that go into the target in one transaction with their ledger row.
 *
 * @param table the target table that they change, empty where it is none
 * @param unit what the ledger calls it below the step: the table, or the table and the object's name
 */
record DdlItem(String table, String unit, List<String> statements) {
    DdlItem {
        statements = List.copyOf(statements);
    }

    /** Work on a planned table; {@code object} is what of it, empty for the table itself. */
    static DdlItem of(TablePlan plan, String object, List<String> statements) {
        String unit = object.isEmpty() ? plan.source().toString() : plan.source() + "/" + object;
        return new DdlItem(plan.target().name().toString(), unit, statements);
    }
}
