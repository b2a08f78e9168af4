package dev.dmt.engine.sqlite;

import java.util.List;
import java.util.stream.Collectors;

/** The only place where names become SQL. */
final class Identifiers {
    private Identifiers() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoteText(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    static String list(List<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }
}
