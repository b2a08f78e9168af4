package dev.dmt.plan;

import dev.dmt.config.MigrationConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which tables the config wants: globs, case ignored, excludes win. */
public final class TableSelection {
    private final List<Pattern> includes;
    private final List<Pattern> excludes;
    private final List<String> includeTexts;
    private final boolean qualified;

    public TableSelection(MigrationConfig migration) {
        this(migration, false);
    }

    /** @param qualified tables are named with their schemas; a glob means them with the schema or without */
    public TableSelection(MigrationConfig migration, boolean qualified) {
        this.qualified = qualified;
        this.includeTexts = migration.includeTables();
        this.includes = includeTexts.stream().map(TableSelection::glob).toList();
        this.excludes =
                migration.excludeTables().stream().map(TableSelection::glob).toList();
    }

    public Predicate<String> wanted() {
        return table -> matches(includes, table) && !matches(excludes, table);
    }

    public boolean excluded(String table) {
        return !wanted().test(table);
    }

    /** Refuses a plain name (no wildcard) in the include list that no table answers to. */
    public void requireNamedTables(Collection<String> found) {
        List<String> missing = includeTexts.stream()
                .filter(text -> !hasWildcard(text))
                .filter(text -> found.stream().noneMatch(table -> matches(List.of(glob(text)), table)))
                .toList();
        if (!missing.isEmpty()) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "the source has no table " + String.join(", ", missing),
                    ErrorContext.at("key", "migration.include_tables")
                            .withHint("correct the name, or take it out; the source's tables: " + some(found)));
        }
    }

    /** A glob: * and ? as in a shell, case ignored. */
    public static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private boolean matches(List<Pattern> patterns, String table) {
        String bare = qualified ? table.substring(table.indexOf('.') + 1) : table;
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(table).matches()
                        || pattern.matcher(bare).matches());
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static String some(Collection<String> names) {
        List<String> sorted = names.stream()
                .sorted((a, b) -> a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT)))
                .toList();
        return sorted.size() <= 12
                ? String.join(", ", sorted)
                : String.join(", ", sorted.subList(0, 12)) + ", ... (" + sorted.size() + ")";
    }
}
