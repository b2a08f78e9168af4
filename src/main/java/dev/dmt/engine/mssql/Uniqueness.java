package dev.dmt.engine.mssql;

import dev.dmt.schema.Column;
import dev.dmt.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** SQL Server takes two NULLs for the same; others do not. A rule that leaves rows with a NULL out is the same everywhere. */
final class Uniqueness {
    private Uniqueness() {}

    /** The condition under which rows of these columns are held apart; empty where none of them can be NULL. */
    static Optional<String> ofNulls(Table table, List<String> columns) {
        List<String> nullable = columns.stream()
                .filter(name -> table.column(name).map(Column::nullable).orElse(false))
                .map(Identifiers::quote)
                .toList();
        return nullable.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        nullable.stream().map(name -> name + " IS NOT NULL").collect(Collectors.joining(" AND ")));
    }
}
