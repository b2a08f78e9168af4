package dev.dmt.step;

import dev.dmt.config.TargetMode;
import dev.dmt.engine.InboundKey;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is in the target, no part of the plan, and in the way of dropping or emptying its tables. */
final class Bystanders {
    private final TargetCatalog catalog;
    private final TargetMode mode;
    private final Map<TableName, Set<String>> plannedKeys;

    Bystanders(TargetCatalog catalog, TargetMode mode, MigrationPlan plan) {
        this.catalog = catalog;
        this.mode = mode;
        this.plannedKeys = plan.tables().stream()
                .map(TablePlan::target)
                .collect(Collectors.toMap(
                        table -> table.name(),
                        table -> table.foreignKeys().stream()
                                .map(key -> key.name())
                                .collect(Collectors.toSet())));
    }

    /** A line for each foreign key and publication that loses something for good. */
    List<String> losses(List<TableName> tables) {
        List<String> losses = new ArrayList<>(lostKeys(tables));
        losses.addAll(publications(tables));
        return losses;
    }

    /** Foreign keys are let go where that is confirmed. */
    Optional<DmtException> keys(List<TableName> tables) {
        List<String> keys = lostKeys(tables);
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(Confirmation.needed(
                        "foreign keys that are no part of this migration are in the way: " + String.join("; ", keys),
                        ErrorContext.hint("--yes drops them; the step's result names each, with the statement that"
                                + " makes it again")));
    }

    private List<String> lostKeys(List<TableName> tables) {
        if (mode == TargetMode.UPSERT) {
            return List.of();
        }
        return lines(
                tables,
                table -> catalog.inboundKeys(table).stream()
                        .filter(this::isLost)
                        .map(key -> "foreign key " + key.name() + " of " + key.child() + " points at " + table
                                + " and is dropped; to have it again: ALTER TABLE " + key.child() + " ADD CONSTRAINT \""
                                + key.name() + "\" " + key.definition())
                        .toList());
    }

    private List<String> publications(List<TableName> tables) {
        if (mode != TargetMode.DROP_RECREATE) {
            return List.of();
        }
        return lines(
                tables,
                table -> catalog.publications(table).stream()
                        .map(publication -> table + " leaves the publication " + publication
                                + " as it is dropped; add it again afterwards (for Zero: publication.sql)")
                        .toList());
    }

    private boolean isLost(InboundKey key) {
        return Optional.ofNullable(plannedKeys.get(key.child()))
                .map(names -> mode == TargetMode.TRUNCATE && !names.contains(key.name()))
                .orElse(true);
    }

    /** Views keep a table from being dropped. */
    Optional<DmtException> views(List<TableName> tables) {
        if (mode != TargetMode.DROP_RECREATE) {
            return Optional.empty();
        }
        List<String> views = lines(
                tables,
                table -> catalog.dependentViews(table).stream()
                        .map(view -> view + " reads " + table)
                        .toList());
        return views.isEmpty()
                ? Optional.empty()
                : Optional.of(new DmtException(
                        ErrorCode.CONFIG,
                        "views of the target keep its tables from being dropped: " + String.join("; ", views),
                        ErrorContext.at("key", "migration.target_mode")
                                .withHint("drop the views and make them again afterwards, or use target_mode: truncate"
                                        + " or upsert, which keep the tables")));
    }

    private static List<String> lines(List<TableName> tables, Function<TableName, List<String>> find) {
        List<String> lines = new ArrayList<>();
        tables.forEach(table -> lines.addAll(find.apply(table)));
        return lines;
    }
}
