package dev.dmt.step;

import java.util.List;

/**
 * Statements that go into the target in one transaction with their ledger row.
 *
 * @param unit what the ledger calls it below the step: the table, or the table and the object's name
 */
record DdlItem(String unit, List<String> statements) {
    DdlItem {
        statements = List.copyOf(statements);
    }
}
