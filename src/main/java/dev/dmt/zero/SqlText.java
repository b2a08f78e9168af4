package dev.dmt.zero;

import dev.dmt.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Names and texts as the statements spell them that this room writes for people and for psql. */
final class SqlText {
    private static final int LONGEST_NAME = 63;

    private SqlText() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String name(TableName table) {
        return table.schema().isEmpty() ? name(table.name()) : name(table.schema()) + "." + name(table.name());
    }

    static String names(List<String> names) {
        return names.stream().map(SqlText::name).collect(Collectors.joining(", "));
    }

    /** Right whatever standard_conforming_strings says. */
    static String literal(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /** An anonymous block, quoted by a tag that does not occur in it. */
    static String block(String body) {
        String tag = "$dmt$";
        for (int i = 1; body.contains(tag); i++) {
            tag = "$dmt" + i + "$";
        }
        return "DO " + tag + "\n" + body + "\n" + tag + ";";
    }

    static boolean isNameTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
    }
}
