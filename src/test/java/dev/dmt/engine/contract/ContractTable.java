package dev.dmt.engine.contract;

import dev.dmt.schema.Key;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Table;
import java.util.List;

/**
 * A table in the target's words.
 *
 * @param held what each column's values still mean there
 */
record ContractTable(Table table, List<LogicalType> held) {
    List<String> columns() {
        return table.columns().stream().map(dev.dmt.schema.Column::name).toList();
    }

    List<String> key() {
        return table.primaryKey().map(Key::columns).orElse(List.of());
    }
}
