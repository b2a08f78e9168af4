package dev.dmt.engine.postgres;

import dev.dmt.schema.TableName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DDL that has no IF NOT EXISTS of its own, made safe to repeat by a look into the catalog. */
final class GuardedStatement {
    private static final Pattern GUARDED = Pattern.compile(
            "DO (\\$dmt\\d*\\$) BEGIN IF NOT EXISTS \\(.*?\\) THEN (.*); END IF; END \\1", Pattern.DOTALL);

    private GuardedStatement() {}

    /** What is guarded; the statement itself where nothing is. */
    static String plain(String statement) {
        Matcher guarded = GUARDED.matcher(statement);
        return guarded.matches() ? guarded.group(2) : statement;
    }

    static String unless(String query, String statement) {
        return block("IF NOT EXISTS (" + query + ") THEN " + statement + "; END IF;");
    }

    /** An anonymous block, quoted by a tag that does not occur in it. */
    static String block(String body) {
        String tag = "$dmt$";
        for (int i = 1; body.contains(tag); i++) {
            tag = "$dmt" + i + "$";
        }
        return "DO " + tag + " BEGIN " + body + " END " + tag;
    }

    static String constraintExists(TableName table, String name) {
        return "SELECT FROM pg_catalog.pg_constraint WHERE conrelid = " + regclass(table) + " AND conname = "
                + PostgresIdentifiers.literal(name);
    }

    static String primaryKeyExists(TableName table) {
        return "SELECT FROM pg_catalog.pg_constraint WHERE conrelid = " + regclass(table) + " AND contype = 'p'";
    }

    static String indexExists(TableName table, String name) {
        return "SELECT FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
                + " WHERE i.indrelid = " + regclass(table) + " AND c.relname = " + PostgresIdentifiers.literal(name);
    }

    /** NULL where the table is not there. */
    static String regclass(TableName table) {
        return "to_regclass(" + PostgresIdentifiers.literal(PostgresIdentifiers.quote(table)) + ")";
    }
}
