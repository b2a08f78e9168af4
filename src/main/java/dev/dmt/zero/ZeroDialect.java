package dev.dmt.zero;

import dev.dmt.config.ZeroVersion;
import java.util.List;

/** What one version of Zero wants written otherwise than another. */
interface ZeroDialect {
    /** The calls after a table's columns, without a semicolon. */
    List<String> keys(ZeroTable table);

    static ZeroDialect of(ZeroVersion version) {
        return switch (version) {
            case V1_9 -> table -> List.of(".primaryKey(" + TypeScript.literals(table.primaryKey()) + ")");
        };
    }
}
