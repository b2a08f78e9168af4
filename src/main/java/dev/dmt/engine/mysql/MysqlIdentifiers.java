package dev.dmt.engine.mysql;

import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names and literals as the server reads them whatever its settings. */
final class MysqlIdentifiers {
    private static final int LONGEST = 64;

    private MysqlIdentifiers() {}

    static String quote(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static String quote(TableName table) {
        return table.schema().isEmpty() ? quote(table.name()) : quote(table.schema()) + "." + quote(table.name());
    }

    static String quoteAll(List<String> names) {
        return names.stream().map(MysqlIdentifiers::quote).collect(Collectors.joining(", "));
    }

    /** Sessions of ours read backslashes as escapes. No literal holds what would end a comment. */
    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("*/", "*' '/") + "'";
    }

    /** A name of at most 64 characters of the basic plane, without blanks at its end. */
    static Optional<String> accepted(String wanted) {
        StringBuilder kept = new StringBuilder();
        int characters = 0;
        for (int i = 0; i < wanted.length() && characters < LONGEST; i += Character.charCount(wanted.codePointAt(i))) {
            int character = wanted.codePointAt(i);
            if (character != 0 && character <= Character.MAX_VALUE && !Character.isSurrogate((char) character)) {
                kept.appendCodePoint(character);
                characters++;
            }
        }
        return Optional.of(kept.toString().stripTrailing()).filter(name -> !name.isEmpty());
    }
}
