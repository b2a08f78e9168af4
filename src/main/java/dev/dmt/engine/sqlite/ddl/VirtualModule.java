package dev.dmt.engine.sqlite.ddl;

import java.util.Locale;

/** The module that a CREATE VIRTUAL TABLE text names. */
final class VirtualModule {
    private VirtualModule() {}

    /** The module's name in lower case; empty where the text creates no virtual table. */
    static String of(String sql) {
        if (!sql.regionMatches(true, 0, "CREATE VIRTUAL", 0, "CREATE VIRTUAL".length())) {
            return "";
        }
        TokenStream tokens = new TokenStream(sql);
        if (!tokens.acceptWords("CREATE", "VIRTUAL", "TABLE")) {
            return "";
        }
        while (!tokens.atEnd()) {
            if (tokens.acceptWords("USING")) {
                return tokens.peek().value().toLowerCase(Locale.ROOT);
            }
            tokens.next();
        }
        return "";
    }

    static String remedy(String module) {
        return switch (module) {
            case "fts3", "fts4", "fts5" ->
                "move the text it indexes as a plain table, and build the target's own full-text index";
            case "rtree", "rtree_i32", "geopoly" ->
                "move the coordinates as a plain table, and build the target's own spatial index";
            default -> "copy what it shows into a plain table: CREATE TABLE ... AS SELECT * FROM it";
        };
    }
}
