package dev.dmt.config;

import dev.dmt.schema.LogicalType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the names and values of a map must look like. */
enum EntryRule {
    SCHEMAS("source schema to target schema"),
    TABLES("source table to target table"),
    COLUMNS("table.column of the source to the target's column"),
    TYPES("table.column of the source to a type"),
    SHAPES("table.column of the target to a TypeScript type"),
    PROPERTIES("driver property to value");

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(passw|pwd|secret|token|credential|passphrase|accesskey|apikey|private).*");

    private final String words;

    EntryRule(String words) {
        this.words = words;
    }

    String wanted() {
        return "a map (" + words + ")";
    }

    /** Drivers want texts; nobody should have to quote a timeout. */
    boolean looseNumbers() {
        return this == PROPERTIES;
    }

    Optional<String> misfitOfName(String name) {
        boolean column = this == COLUMNS || this == TYPES || this == SHAPES;
        int dot = name.lastIndexOf('.');
        return column && (dot <= 0 || dot == name.length() - 1)
                ? Optional.of("must be named table.column, as in the " + (this == SHAPES ? "target" : "source"))
                : Optional.empty();
    }

    Optional<String> misfitOfValue(String value) {
        if (this == SHAPES) {
            return value.indexOf('\n') < 0 ? Optional.empty() : Optional.of("must be a TypeScript type on one line");
        }
        if (this != TYPES) {
            return Optional.empty();
        }
        try {
            LogicalType.parse(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("must be a type: one of boolean, integer(16), integer(32), integer(64), decimal,"
                    + " decimal(p,s), float(32), float(64), text, text(n), binary, date, time, timestamp,"
                    + " timestamp with zone, uuid, json, jsonb");
        }
    }

    /** The value as a file may hold it. */
    String written(String name, String value) {
        return this == PROPERTIES && SECRET_NAME.matcher(name).matches()
                ? "${env:" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "}"
                : Placeholders.escape(value);
    }
}
