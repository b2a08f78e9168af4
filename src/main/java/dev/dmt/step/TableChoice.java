package dev.dmt.step;

import dev.dmt.config.MigrationConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.TableSelection;
import java.util.List;
import java.util.regex.Pattern;

/** Which planned tables the globs of a command line mean. */
record TableChoice(MigrationConfig migration, MigrationPlan plan) {
    List<TablePlan> of(List<String> globs) {
        if (globs.isEmpty()) {
            return plan.tables();
        }
        globs.forEach(this::requireMatch);
        List<Pattern> patterns = globs.stream().map(TableSelection::glob).toList();
        return plan.tables().stream()
                .filter(table -> patterns.stream().anyMatch(pattern -> means(pattern, table)))
                .toList();
    }

    /** With the schema or without. */
    private static boolean means(Pattern pattern, TablePlan table) {
        return pattern.matcher(table.source().toString()).matches()
                || pattern.matcher(table.source().name()).matches();
    }

    private void requireMatch(String glob) {
        Pattern pattern = TableSelection.glob(glob);
        if (plan.tables().stream().anyMatch(table -> means(pattern, table))) {
            return;
        }
        if (new TableSelection(migration).excluded(glob)) {
            throw new DmtException(
                    ErrorCode.EXCLUDED,
                    "the config excludes " + glob,
                    ErrorContext.at("key", "migration.exclude_tables").withHint("nothing to do"));
        }
        throw new DmtException(
                ErrorCode.USAGE,
                "the plan has no table " + glob,
                ErrorContext.at("option", "--table").withHint("dmt units lists what the plan has"));
    }
}
