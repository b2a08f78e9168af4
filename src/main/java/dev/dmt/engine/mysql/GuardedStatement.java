package dev.dmt.engine.mysql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that is safe to repeat. The server has few words for that, so its condition stands before it in a comment,
 * which {@link GuardedExecution} obeys.
 */
record GuardedStatement(Optional<Directive> directive, String query, String sql) {
    private static final Pattern FORM = Pattern.compile("/\\*dmt:(\\w+)(?: (.*?))?\\*/ ?(.*)", Pattern.DOTALL);

    /** What the comment asks for. */
    enum Directive {
        /** Only where the query gives no row. */
        UNLESS,
        /** Only where the query gives a row. */
        WHEN,
        /** Where the query gives a row, rows break a rule. */
        REFUSE,
        /** Drops the foreign keys of other tables that point at the table of this schema and name. */
        FREE,
        /** Only on MySQL. */
        MYSQL
    }

    static GuardedStatement parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? new GuardedStatement(
                        Optional.of(Directive.valueOf(matcher.group(1).toUpperCase(java.util.Locale.ROOT))),
                        Optional.ofNullable(matcher.group(2)).orElse(""),
                        matcher.group(3))
                : new GuardedStatement(Optional.empty(), "", text);
    }

    static String unless(String query, String statement) {
        return "/*dmt:unless " + query + "*/ " + statement;
    }

    static String when(String query, String statement) {
        return "/*dmt:when " + query + "*/ " + statement;
    }

    static String refuse(String query) {
        return "/*dmt:refuse " + query + "*/ DO 0";
    }

    static String free(String schema, String table) {
        return "/*dmt:free SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME"
                + " FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE UNIQUE_CONSTRAINT_SCHEMA = "
                + MysqlIdentifiers.literal(schema) + " AND REFERENCED_TABLE_NAME = " + MysqlIdentifiers.literal(table)
                + "*/ DO 0";
    }

    static String onMysql(String statement) {
        return "/*dmt:mysql*/ " + statement;
    }

    /** As a person would write it. */
    static String plain(String text) {
        GuardedStatement guarded = parse(text);
        boolean question = guarded.directive()
                .filter(directive -> directive == Directive.REFUSE || directive == Directive.FREE)
                .isPresent();
        return question ? guarded.query() : guarded.sql();
    }
}
