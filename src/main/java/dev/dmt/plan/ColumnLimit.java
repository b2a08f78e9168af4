package dev.dmt.plan;

import dev.dmt.engine.TargetDialect;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import java.util.List;

/** Refuses tables too broad for the target, before their data is scanned for nothing. */
public final class ColumnLimit {
    private ColumnLimit() {}

    public static void require(DatabaseSchema schema, TargetDialect dialect) {
        List<String> tooBroad = schema.tables().stream()
                .filter(table -> table.columns().size() > dialect.maximumColumns())
                .map(table -> table.name() + " (" + table.columns().size() + ")")
                .toList();
        if (!tooBroad.isEmpty()) {
            throw new DmtException(
                    ErrorCode.DATA,
                    "tables with more columns than the target's " + dialect.maximumColumns() + ": "
                            + String.join(", ", tooBroad),
                    ErrorContext.hint("exclude them (migration.exclude_tables), or split them in the source"));
        }
    }
}
