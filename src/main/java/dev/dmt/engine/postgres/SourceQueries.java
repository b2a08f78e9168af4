package dev.dmt.engine.postgres;

import java.util.List;

/**
 * What is asked of a source's catalog; each query has the schemas as its one parameter. A hindrance is a row of the table's oid, kind,
 * name, reason, remedy, and whether the thing is carried over all the same. A property that only some versions of the
 * server know is asked for through JSON, where it may be missing.
 */
final class SourceQueries {
    private static final String WITH_SCHEMAS =
            "WITH s AS (SELECT n.oid, n.nspname FROM pg_namespace n WHERE n.nspname = ANY (?))";

    private static final String WITH_TABLES = WITH_SCHEMAS + ", t AS (SELECT c.*, s.nspname FROM pg_class c"
            + " JOIN s ON s.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')"
            + " AND NOT c.relispartition AND c.relname <> '" + LedgerTable.NAME + "'"
            + " AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid"
            + " AND e.deptype = 'e')) ";

    static final String TABLES = WITH_TABLES + "SELECT t.oid, t.relname, t.relkind = 'p', t.nspname FROM t"
            + " ORDER BY t.nspname COLLATE \"C\", t.relname COLLATE \"C\"";

    /** Those that are not merely how a column counts. */
    static final String OWN_SEQUENCES =
            WITH_SCHEMAS + " SELECT s.nspname, c.relname, q.seqstart, q.seqincrement, q.seqmin,"
                    + " q.seqmax, q.seqcycle, (SELECT z.last_value FROM pg_sequences z WHERE z.schemaname = s.nspname"
                    + " AND z.sequencename = c.relname) FROM s JOIN pg_class c ON c.relnamespace = s.oid AND c.relkind = 'S'"
                    + " JOIN pg_sequence q ON q.seqrelid = c.oid WHERE NOT EXISTS (SELECT FROM pg_depend d"
                    + " LEFT JOIN pg_attrdef v ON v.adrelid = d.refobjid AND v.adnum = d.refobjsubid"
                    + " LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid"
                    + " WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass"
                    + " AND (d.deptype = 'i' OR (d.deptype = 'a' AND " + CatalogQueries.COUNTS + ")))"
                    + " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid"
                    + " AND d.deptype = 'e') ORDER BY 1, 2";

    /** The last number of each sequence that fills a column: what was given out, or what is before the first. */
    static final String SEQUENCES = WITH_TABLES + "SELECT t.oid, max(CASE WHEN q.increment_by > 0"
            + " THEN coalesce(q.last_value, q.start_value - 1) ELSE 0 END)"
            + " FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped"
            + " JOIN pg_depend d ON (d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid"
            + " AND d.refobjsubid = a.attnum AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))"
            + " JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_namespace m ON m.oid = s.relnamespace"
            + " JOIN pg_sequences q ON q.schemaname = m.nspname AND q.sequencename = s.relname GROUP BY 1 ORDER BY 1";

    /** Indexes that a list of columns and expressions does not tell all of: how they are written after the table's name. */
    static final String OWN_INDEXES = WITH_TABLES + "SELECT t.oid, x.relname, i.indisunique, m.amname = 'btree'"
            + " AND to_jsonb(i) ->> 'indnullsnotdistinct' IS DISTINCT FROM 'true',"
            + " substr(pg_get_indexdef(i.indexrelid), length(concat('CREATE ', CASE WHEN i.indisunique THEN 'UNIQUE ' END,"
            + " 'INDEX ', quote_ident(x.relname), ' ON ', CASE WHEN t.relkind = 'p' THEN 'ONLY ' END,"
            + " quote_ident(t.nspname), '.', quote_ident(t.relname), ' ')) + 1)"
            + " FROM t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid"
            + " JOIN pg_am m ON m.oid = x.relam WHERE m.amname <> 'btree' OR i.indnatts > i.indnkeyatts"
            + " OR EXISTS (SELECT FROM unnest(i.indoption) AS o(bits) WHERE o.bits NOT IN (0, 3))"
            + " OR EXISTS (SELECT FROM unnest(i.indclass) AS k(class) JOIN pg_opclass o ON o.oid = k.class"
            + " WHERE NOT o.opcdefault) OR to_jsonb(i) ->> 'indnullsnotdistinct' = 'true'"
            + " OR i.indexprs IS NOT NULL OR x.reloptions IS NOT NULL OR EXISTS (SELECT FROM pg_attribute a"
            + " JOIN unnest(i.indkey, i.indcollation) AS p(number, ordering) ON p.number = a.attnum"
            + " WHERE a.attrelid = i.indrelid AND a.attcollation <> p.ordering)";

    /** True of what an expression depends on besides its own table, the server's own, and what is carried over, too. */
    private static final String IS_FOREIGN = "(d.refclassid <> 'pg_class'::regclass OR d.refobjid <> t.oid)"
            + " AND (d.refclassid = 'pg_collation'::regclass OR (SELECT o.schema FROM pg_identify_object(d.refclassid,"
            + " d.refobjid, d.refobjsubid) AS o) IS DISTINCT FROM 'pg_catalog')"
            + " AND NOT (d.refclassid = 'pg_type'::regclass AND EXISTS (SELECT FROM pg_type y"
            + " WHERE (y.oid = d.refobjid OR y.typarray = d.refobjid) AND y.typtype IN ('e', 'd')))"
            + " AND NOT (d.refclassid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_class q"
            + " JOIN s ON s.oid = q.relnamespace WHERE q.oid = d.refobjid AND q.relkind = 'S'))";

    private static final String USES = "'it uses the ' || pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid)"
            + " || ', which dmt does not carry over', 'create that in the target, then add this', false";

    private static final String INDEX_KIND = "CASE WHEN i.indisunique THEN 'unique index' ELSE 'index' END";

    private static final String PLAIN_INDEXES =
            " FROM t JOIN pg_index i ON i.indrelid = t.oid" + " JOIN pg_class x ON x.oid = i.indexrelid";

    private static final String CONSTRAINTS = " FROM t JOIN pg_constraint k ON k.conrelid = t.oid";

    private static final List<String> OF_EXPRESSIONS = List.of(
            "SELECT t.oid, CASE WHEN a.attgenerated = '' THEN 'default' ELSE 'generated column' END, a.attname, "
                    + USES
                    + " FROM t JOIN pg_attrdef v ON v.adrelid = t.oid"
                    + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = v.adnum"
                    + " JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = v.oid"
                    + " WHERE NOT (" + CatalogQueries.COUNTS + ") AND " + IS_FOREIGN,
            "SELECT t.oid, 'check', k.conname, " + USES + CONSTRAINTS
                    + " JOIN pg_depend d ON d.classid = 'pg_constraint'::regclass AND d.objid = k.oid"
                    + " WHERE k.contype = 'c' AND " + IS_FOREIGN,
            "SELECT t.oid, " + INDEX_KIND + ", x.relname, " + USES + PLAIN_INDEXES
                    + " JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = x.oid"
                    + " WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid"
                    + " AND k.contype IN ('p', 'u', 'x')) AND " + IS_FOREIGN);

    private static final List<String> OF_CONSTRAINTS = List.of(
            "SELECT t.oid, " + INDEX_KIND + ", x.relname, 'the source has not finished it (it is not valid)', '',"
                    + " false" + PLAIN_INDEXES + " WHERE NOT i.indisvalid AND t.relkind = 'r'",
            "SELECT t.oid, 'key', k.conname, 'NULLs are not distinct to it, or it is over periods',"
                    + " 'add it in the target afterwards', false" + CONSTRAINTS
                    + " JOIN pg_index i ON i.indexrelid = k.conindid WHERE k.contype IN ('p', 'u')"
                    + " AND (to_jsonb(i) ->> 'indnullsnotdistinct' = 'true' OR to_jsonb(k) ->> 'conperiod' = 'true')",
            "SELECT t.oid, 'key', k.conname, 'it is deferrable in the source, not in the target'," + " '', true"
                    + CONSTRAINTS + " WHERE k.contype IN ('p', 'u') AND k.condeferrable",
            "SELECT t.oid, 'exclusion constraint', k.conname, 'dmt carries over none',"
                    + " 'add it in the target afterwards', false" + CONSTRAINTS + " WHERE k.contype = 'x'",
            "SELECT t.oid, 'check', k.conname, 'the source does not enforce it', '', false" + CONSTRAINTS
                    + " WHERE k.contype = 'c' AND to_jsonb(k) ->> 'conenforced' = 'false'",
            // The pieces of one key that points at a partitioned table.
            "SELECT t.oid, 'foreign key', k.conname, '', '', false" + CONSTRAINTS
                    + " WHERE k.contype = 'f' AND k.conparentid <> 0",
            "SELECT t.oid, 'foreign key', k.conname, CASE WHEN r.relnamespace NOT IN (SELECT s.oid FROM s)"
                    + " THEN 'it points into another schema, at ' || k.confrelid::regclass"
                    + " WHEN to_jsonb(k) ->> 'conperiod' = 'true' THEN 'it is over periods'"
                    + " ELSE 'the source does not enforce it' END, 'add it in the target afterwards', false"
                    + CONSTRAINTS
                    + " JOIN pg_class r ON r.oid = k.confrelid WHERE k.contype = 'f' AND k.conparentid = 0"
                    + " AND (r.relnamespace NOT IN (SELECT s.oid FROM s) OR to_jsonb(k) ->> 'conperiod' = 'true'"
                    + " OR to_jsonb(k) ->> 'conenforced' = 'false')",
            "SELECT t.oid, 'foreign key', k.conname, 'MATCH FULL, or the columns that ON DELETE sets, are not kept',"
                    + " '', true" + CONSTRAINTS + " WHERE k.contype = 'f' AND (k.confmatchtype = 'f'"
                    + " OR to_jsonb(k) ->> 'confdelsetcols' IS NOT NULL)");

    private static final List<String> OF_TABLES = List.of(
            "SELECT t.oid, 'identity', a.attname, 'GENERATED ALWAYS becomes GENERATED BY DEFAULT', '', true FROM t"
                    + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attidentity = 'a'",
            "SELECT t.oid, 'identity', a.attname, 'its step, bounds or cycle are not kept: it counts up by one', '',"
                    + " true FROM t JOIN pg_attribute a ON a.attrelid = t.oid JOIN pg_depend d"
                    + " ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid AND d.refobjsubid = a.attnum"
                    + " AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')"
                    + " JOIN pg_sequence s ON s.seqrelid = d.objid WHERE s.seqincrement <> 1 OR s.seqcycle OR s.seqmin <> 1",
            "SELECT t.oid, 'partitioning', t.relname, 'its ' || count(*) || ' partitions become one plain table', '',"
                    + " true FROM t JOIN pg_partition_tree(t.oid) AS p ON p.isleaf WHERE t.relkind = 'p' GROUP BY t.oid, t.relname",
            "SELECT t.oid, 'inheritance', i.inhparent::regclass::text, 'each table keeps its own rows; the tie is gone',"
                    + " '', true FROM t JOIN pg_inherits i ON i.inhrelid = t.oid",
            "SELECT t.oid, 'persistence', t.relname, 'unlogged in the source, logged in the target', '', true"
                    + " FROM t WHERE t.relpersistence = 'u'",
            "SELECT t.oid, 'row security', t.relname, 'dmt does not carry it over', 'enable it in the target', true"
                    + " FROM t WHERE t.relrowsecurity",
            "SELECT t.oid, 'policy', p.polname, 'dmt does not carry over policies', 'create it in the target', true"
                    + " FROM t JOIN pg_policy p ON p.polrelid = t.oid",
            "SELECT t.oid, 'trigger', g.tgname, 'dmt does not carry over triggers', 'create it in the target', true"
                    + " FROM t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal",
            "SELECT t.oid, 'rule', r.rulename, 'dmt does not carry over rules', 'create it in the target', true"
                    + " FROM t JOIN pg_rewrite r ON r.ev_class = t.oid",
            "SELECT t.oid, 'statistics', s.stxname, 'dmt does not carry over extended statistics', '', true"
                    + " FROM t JOIN pg_statistic_ext s ON s.stxrelid = t.oid");

    /** In an order of its own, so that a schema is always described alike. */
    static final String HINDRANCES = WITH_TABLES
            + String.join(" UNION ALL ", OF_EXPRESSIONS) + " UNION ALL " + String.join(" UNION ALL ", OF_CONSTRAINTS)
            + " UNION ALL " + String.join(" UNION ALL ", OF_TABLES) + " ORDER BY 1, 2, 3, 4";

    /** What is no table of the migration: kind, schema, name, reason. */
    static final String OTHERS = WITH_SCHEMAS + " SELECT CASE c.relkind WHEN 'v' THEN 'view'"
            + " WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' ELSE 'table' END, s.nspname, c.relname,"
            + " CASE WHEN c.relkind IN ('r', 'p') THEN 'it belongs to an extension' ELSE 'it is no table' END"
            + " FROM pg_class c JOIN s ON c.relnamespace = s.oid WHERE c.relkind IN ('v', 'm', 'f')"
            + " OR (c.relkind IN ('r', 'p') AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass"
            + " AND d.objid = c.oid AND d.deptype = 'e'))"
            + " UNION ALL SELECT 'routine', '', p.oid::regprocedure::text, 'dmt does not carry over routines'"
            + " FROM pg_proc p JOIN s ON p.pronamespace = s.oid"
            + " WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid"
            + " AND d.deptype IN ('e', 'i')) ORDER BY 1, 2, 3";

    private SourceQueries() {}
}
