package dev.dmt.engine.sqlite;

import java.util.List;
import java.util.stream.Collectors;

/** The only place where names become SQL. */
public final class Identifiers {
    private Identifiers() {}

    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String quoteText(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    public static String list(List<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }
}
