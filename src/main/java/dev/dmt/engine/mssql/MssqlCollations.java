package dev.dmt.engine.mssql;

import dev.dmt.schema.Collation;
import java.util.Locale;

/** What SQL Server's collations take for equal, by their names. Blanks at the end count in none of them. */
final class MssqlCollations {
    private MssqlCollations() {}

    static Collation of(String name) {
        String upper = name.toUpperCase(Locale.ROOT) + "_";
        boolean binary = upper.contains("_BIN_") || upper.contains("_BIN2_");
        boolean mindsCase = binary || upper.contains("_CS_");
        boolean mindsAccents = binary || upper.contains("_AS_");
        return new Collation(name, !mindsCase, !mindsAccents, true);
    }
}
