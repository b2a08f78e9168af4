package dev.dmt.step;

import dev.dmt.config.TargetMode;
import dev.dmt.engine.TargetCatalog;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.Column;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is in the way of the tables that a run is to make: the step that makes them refuses it, check names it before. */
final class Obstacles {
    private final TargetCatalog catalog;
    private final TargetMode mode;
    private final Bystanders bystanders;
    private final Map<TablePlan, Optional<Table>> existing = new LinkedHashMap<>();

    /** Looks at these tables of the plan. */
    Obstacles(StepContext context, MigrationPlan plan, List<TablePlan> tables) {
        this.catalog = context.target().catalog();
        this.mode = context.config().migration().targetMode();
        this.bystanders = new Bystanders(catalog, mode, plan);
        tables.forEach(
                table -> existing.put(table, catalog.describe(table.target().name())));
    }

    /** The tables, each with what is there under its name. */
    Map<TablePlan, Optional<Table>> existing() {
        return existing;
    }

    /** What would be refused, one refusal a kind, looked for only as far as it is asked for. */
    Stream<DmtException> refusals(boolean confirmed) {
        List<TableName> standing = standing();
        Stream<Supplier<Optional<DmtException>>> looks = Stream.of(
                this::occupied,
                () -> confirmed ? Optional.empty() : rows(standing),
                this::otherShapes,
                () -> bystanders.views(standing),
                () -> confirmed ? Optional.empty() : bystanders.keys(standing));
        return looks.flatMap(look -> look.get().stream());
    }

    /** A line for each thing that goes for good with the tables that are dropped or emptied. */
    List<String> losses() {
        return bystanders.losses(standing());
    }

    private List<TableName> standing() {
        return existing.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .map(entry -> entry.getKey().target().name())
                .toList();
    }

    private Optional<DmtException> rows(List<TableName> standing) {
        if (mode == TargetMode.UPSERT) {
            return Optional.empty();
        }
        List<String> full = standing.stream()
                .filter(catalog::holdsRows)
                .map(Object::toString)
                .toList();
        return full.isEmpty()
                ? Optional.empty()
                : Optional.of(Confirmation.needed(
                        "the target already holds rows that this run did not write, in " + String.join(", ", full),
                        ErrorContext.at("key", "migration.target_mode")
                                .withHint("--yes lets them go (target_mode " + mode.text()
                                        + "); target_mode: upsert keeps and merges them")));
    }

    /** CREATE TABLE IF NOT EXISTS would pass over these, and the rows would go wherever a view or foreign table leads. */
    private Optional<DmtException> occupied() {
        List<String> occupied = existing.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(entry -> entry.getKey().target().name())
                .flatMap(name -> catalog.occupant(name).map(what -> name + " is " + what).stream())
                .toList();
        return occupied.isEmpty()
                ? Optional.empty()
                : Optional.of(new DmtException(
                        ErrorCode.CONFIG,
                        "the target has other things under the names of tables: " + String.join(", ", occupied),
                        ErrorContext.at("key", "migration.rename_tables")
                                .withHint("rename the table (migration.rename_tables), choose another target.schema,"
                                        + " or drop or rename what is there")));
    }

    /** A table that is kept must have every column that rows are moved into. */
    private Optional<DmtException> otherShapes() {
        if (mode == TargetMode.DROP_RECREATE) {
            return Optional.empty();
        }
        List<String> problems = new ArrayList<>();
        existing.forEach((plan, found) -> found.ifPresent(table -> {
            for (Column column : plan.target().columns()) {
                if (table.column(column.name()).isEmpty()) {
                    problems.add(table.name() + " has no column " + column.name());
                }
            }
        }));
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new DmtException(
                        ErrorCode.DATA,
                        "the target's tables do not fit the plan: " + String.join("; ", problems),
                        ErrorContext.hint("add the columns, exclude the tables, or use target_mode: drop_recreate")));
    }
}
