package dev.dmt.zero;

import dev.dmt.plan.TableSelection;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.regex.Pattern;

/** Which tables the config wants synced: globs over plain names and over names with their schema, case ignored. */
final class TableChoice {
    private static final String EXCEPT = "!";

    private final List<String> globs;
    private final List<Pattern> includes;
    private final List<Pattern> excludes;

    TableChoice(List<String> globs) {
        this.globs = List.copyOf(globs);
        this.includes = globs.stream()
                .filter(glob -> !glob.startsWith(EXCEPT))
                .map(TableSelection::glob)
                .toList();
        this.excludes = globs.stream()
                .filter(glob -> glob.startsWith(EXCEPT))
                .map(glob -> TableSelection.glob(glob.substring(EXCEPT.length())))
                .toList();
    }

    /** Exclusions win; without any inclusion all the rest is wanted. */
    boolean wants(TableName table) {
        return (includes.isEmpty() || matches(includes, table)) && !matches(excludes, table);
    }

    /** The globs that none of the tables answers to. */
    List<String> unanswered(List<TableName> tables) {
        return globs.stream()
                .filter(glob -> !glob.startsWith(EXCEPT))
                .filter(glob -> tables.stream().noneMatch(table -> matches(List.of(TableSelection.glob(glob)), table)))
                .toList();
    }

    private static boolean matches(List<Pattern> patterns, TableName table) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(table.name()).matches()
                        || pattern.matcher(table.toString()).matches());
    }
}
