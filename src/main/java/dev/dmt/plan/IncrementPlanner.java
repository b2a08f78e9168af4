package dev.dmt.plan;

import dev.dmt.config.IncrementalConfig;
import dev.dmt.schema.TypeKind;
import java.util.List;
import java.util.Optional;

/** Finds the column by which a table's changed rows are known. */
record IncrementPlanner(IncrementalConfig config, List<String> problems) {
    Optional<Increment> increment(String table, List<ColumnPlan> columns) {
        Optional<String> own = config.ownColumn(table);
        if (own.isPresent()) {
            Optional<ColumnPlan> named = column(columns, own.get());
            if (named.isEmpty() || !tellsChanges(named.get())) {
                problems.add(table + "." + own.get() + " is no column that is moved as a date, a time stamp or a whole"
                        + " number, which migration.incremental_columns needs");
                return Optional.empty();
            }
            return Optional.of(Increment.by(named.get().source()));
        }
        return config.commonColumns().stream()
                .flatMap(name -> column(columns, name).stream())
                .filter(IncrementPlanner::tellsChanges)
                .findFirst()
                .map(column -> Increment.by(column.source()));
    }

    private static Optional<ColumnPlan> column(List<ColumnPlan> columns, String name) {
        return columns.stream()
                .filter(column -> column.source().equalsIgnoreCase(name))
                .findFirst();
    }

    private static boolean tellsChanges(ColumnPlan column) {
        TypeKind kind = column.type().kind();
        return kind == TypeKind.TIMESTAMP || kind == TypeKind.DATE || kind == TypeKind.INTEGER;
    }
}
