package dev.dmt.engine.mysql;

import dev.dmt.schema.Collation;
import java.util.Locale;

/** What MySQL's and MariaDB's collations take for equal, by their names. */
final class MysqlCollations {
    private MysqlCollations() {}

    static Collation of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("binary")) {
            return Collation.EXACT;
        }
        boolean exact = lower.endsWith("_bin");
        boolean minds = lower.endsWith("_cs");
        boolean accentsCount = exact || lower.contains("_as_") || (minds && !lower.contains("_ai_"));
        boolean padsNot = lower.contains("_0900_") || lower.contains("_nopad_");
        return new Collation(name, !exact && !minds, !accentsCount, !padsNot);
    }
}
