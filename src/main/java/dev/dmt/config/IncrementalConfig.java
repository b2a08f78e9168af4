package dev.dmt.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows of a table a repeated load reads: those changed since the last one.
 *
 * @param columns names of columns that tell when a row was changed, for every table that has one of them, and
 *     "table.column" for one table alone
 * @param overlap how far behind the last load's moment reading begins
 * @param numberOverlap the same for columns that count
 */
public record IncrementalConfig(List<String> columns, Duration overlap, long numberOverlap) {
    public static final IncrementalConfig NONE = new IncrementalConfig(List.of(), Duration.ofMinutes(5), 1_000);

    public IncrementalConfig {
        columns = List.copyOf(columns);
    }

    public boolean isWanted() {
        return !columns.isEmpty();
    }

    /** The column that is named for this table alone. */
    public Optional<String> ownColumn(String table) {
        String prefix = table.toLowerCase(Locale.ROOT) + ".";
        return columns.stream()
                .filter(entry -> entry.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(entry -> entry.substring(prefix.length()))
                .findFirst();
    }

    /** The names that are meant for all tables, first those that are preferred. */
    public List<String> commonColumns() {
        return columns.stream().filter(entry -> entry.indexOf('.') < 0).toList();
    }
}
