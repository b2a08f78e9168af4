package dev.dmt.engine.postgres;

/** What is asked of the system catalog about all relations of some schemas at once: their names are the one parameter. */
final class ReplicationQueries {
    private static final String OF_THE_SCHEMAS = " c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname <> '"
            + LedgerTable.NAME + "' AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY (?))";

    static final String RELATIONS =
            "SELECT c.oid, n.nspname, c.relname, c.relkind, c.relispartition, c.relpersistence, c.relreplident"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE" + OF_THE_SCHEMAS
                    + " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\"";

    /** The type under a domain that is none itself, spelled. */
    private static final String BELOW_DOMAIN = "(WITH RECURSIVE below AS (SELECT v.typbasetype AS type, v.typtypmod AS"
            + " modifier UNION ALL SELECT d.typbasetype, d.typtypmod FROM below JOIN pg_type d ON d.oid = below.type"
            + " WHERE d.typtype = 'd') SELECT format_type(below.type, below.modifier) FROM below"
            + " JOIN pg_type b ON b.oid = below.type WHERE b.typtype <> 'd')";

    private static final String MEMBERS =
            "ARRAY(SELECT l.enumlabel::text FROM pg_enum l WHERE l.enumtypid = v.oid ORDER BY l.enumsortorder)";

    /** From 18 on a NOT NULL may be NOT VALID: rows from before it may break it. */
    private static final String NULLABLE = "NOT a.attnotnull OR EXISTS (SELECT FROM pg_constraint k"
            + " WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND NOT k.convalidated AND a.attnum = ANY (k.conkey))";

    /**
     * An array's element e is the type that calls it its array: some types that are none (point, name) have elements too.
     * The type v is what is to be known more of: the element's or the column's own.
     */
    static final String COLUMNS = "SELECT c.oid, a.attname, " + NULLABLE + ", a.attgenerated,"
            + " format_type(a.atttypid, a.atttypmod), a.attndims, format_type(e.oid, a.atttypmod), v.typtype, v.typname,"
            + " CASE v.typtype WHEN 'e' THEN " + MEMBERS + " END,"
            + " CASE v.typtype WHEN 'd' THEN " + BELOW_DOMAIN + " END"
            + " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            + " JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.typarray = t.oid"
            + " JOIN pg_type v ON v.oid = COALESCE(e.oid, t.oid)"
            + " WHERE" + OF_THE_SCHEMAS + " ORDER BY c.oid, a.attnum";

    private static final String NEEDED_BY_FOREIGN_KEY = "EXISTS (SELECT FROM pg_constraint k WHERE k.conindid ="
            + " i.indexrelid AND k.contype = 'f') AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid ="
            + " i.indexrelid AND k.contype IN ('p', 'u'))";

    private static final String INDEXED = "ARRAY(SELECT a.attname::text FROM generate_series(0, i.indnkeyatts - 1) AS"
            + " place JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[place] ORDER BY place)"
            + " FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid";

    private static final String NAMES_ROWS = "i.indisunique AND i.indimmediate AND i.indisvalid AND i.indisready";

    private static final String OF_PLAIN_COLUMNS = "i.indpred IS NULL AND i.indexprs IS NULL";

    /** What the server itself takes to name a changed row; a deferrable key, also a primary one, does not. */
    static final String KEYS = "SELECT c.oid, x.relname, i.indisprimary, i.indisreplident, "
            + NEEDED_BY_FOREIGN_KEY + ","
            + " " + INDEXED + " WHERE " + NAMES_ROWS + " AND " + OF_PLAIN_COLUMNS + " AND" + OF_THE_SCHEMAS
            + " ORDER BY x.relname COLLATE \"C\"";

    /** Those of exclusion constraints are no indexes to Zero, nor are mere ones that a foreign key needs. */
    static final String OTHER_INDEXES = "SELECT c.oid, x.relname, " + INDEXED + " WHERE NOT (" + NAMES_ROWS + ") AND "
            + OF_PLAIN_COLUMNS + " AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid"
            + " AND k.contype NOT IN ('p', 'u')) AND" + OF_THE_SCHEMAS + " ORDER BY x.relname COLLATE \"C\"";

    /** Those that a partitioned table hands down to its partitions are its own alone. */
    static final String FOREIGN_KEYS = CatalogQueries.FOREIGN_KEY + " AND k.conparentid = 0"
            + " AND k.conrelid IN (SELECT c.oid FROM pg_class c WHERE" + OF_THE_SCHEMAS
            + ") ORDER BY k.conname COLLATE \"C\"";

    private ReplicationQueries() {}
}
