package dev.dmt.engine.postgres;

/** What is asked of the system catalog about one table; each query has the table's oid as its one parameter. */
final class CatalogQueries {
    /** Of a column (a) and its default (v): it is a whole number that counts by a sequence that is its alone. */
    static final String COUNTS = "a.attnotnull AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)"
            + " AND pg_get_expr(v.adbin, v.adrelid) LIKE 'nextval(%' AND EXISTS (SELECT FROM pg_depend u"
            + " JOIN pg_depend w ON w.classid = 'pg_class'::regclass AND w.objid = u.refobjid"
            + " WHERE u.classid = 'pg_attrdef'::regclass AND u.objid = v.oid AND u.refclassid = 'pg_class'::regclass"
            + " AND w.refclassid = 'pg_class'::regclass AND w.refobjid = a.attrelid AND w.refobjsubid = a.attnum"
            + " AND w.deptype = 'a')";

    static final String COLUMNS = "SELECT a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,"
            + " pg_get_expr(v.adbin, v.adrelid), a.attidentity <> '' OR coalesce(" + COUNTS
            + ", false), a.attgenerated,"
            + " CASE WHEN a.attcollation <> t.typcollation THEN c.collname END, col_description(a.attrelid, a.attnum)"
            + " FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid"
            + " LEFT JOIN pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum"
            + " LEFT JOIN pg_collation c ON c.oid = a.attcollation"
            + " WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";

    static final String COMMENT = "SELECT obj_description(?, 'pg_class')";

    private static final String KEY_COLUMNS = "ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY"
            + " AS u(number, place) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number"
            + " ORDER BY u.place)";

    static final String KEYS = "SELECT k.conname, k.contype, " + KEY_COLUMNS + " FROM pg_constraint k"
            + " WHERE k.conrelid = ? AND k.contype IN ('p', 'u') ORDER BY k.conname";

    /** Of whatever tables; what is read of it stands in {@link TableDescriber#foreignKey}. */
    static final String FOREIGN_KEY = "SELECT k.conname, " + KEY_COLUMNS + ", n.nspname, r.relname,"
            + " ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u(number, place)"
            + " JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number ORDER BY u.place),"
            + " k.confdeltype, k.confupdtype, k.condeferrable, k.condeferred, k.conrelid"
            + " FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid JOIN pg_namespace n ON n.oid = r.relnamespace"
            + " WHERE k.contype = 'f'";

    static final String FOREIGN_KEYS = FOREIGN_KEY + " AND k.conrelid = ? ORDER BY k.conname";

    static final String CHECKS = "SELECT conname, pg_get_expr(conbin, conrelid) FROM pg_constraint"
            + " WHERE conrelid = ? AND contype = 'c' ORDER BY conname";

    static final String INBOUND_KEYS = "SELECT n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)"
            + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE k.contype = 'f' AND k.conparentid = 0 AND k.confrelid = ? AND k.conrelid <> k.confrelid"
            + " ORDER BY 1, 2, 3";

    static final String DEPENDENT_VIEWS = "SELECT DISTINCT n.nspname, v.relname FROM pg_depend d"
            + " JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class"
            + " JOIN pg_namespace n ON n.oid = v.relnamespace WHERE d.classid = 'pg_rewrite'::regclass"
            + " AND d.refclassid = 'pg_class'::regclass AND d.refobjid = ? AND v.oid <> d.refobjid ORDER BY 1, 2";

    static final String PUBLICATIONS = "SELECT p.pubname FROM pg_publication_rel r"
            + " JOIN pg_publication p ON p.oid = r.prpubid WHERE r.prrelid = ? ORDER BY 1";

    /** One row per part of each index that no constraint owns. */
    static final String INDEXES = "SELECT c.relname, i.indisunique, pg_get_expr(i.indpred, i.indrelid),"
            + " COALESCE(a.attname, pg_get_indexdef(i.indexrelid, place::integer, true)), a.attname IS NULL,"
            + " (i.indoption[place - 1] & 1) = 1,"
            + " CASE WHEN i.indcollation[place - 1] <> a.attcollation THEN l.collname END"
            + " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            + " CROSS JOIN generate_series(1, i.indnkeyatts) AS place"
            + " LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[place - 1]"
            + " AND i.indkey[place - 1] <> 0"
            + " LEFT JOIN pg_collation l ON l.oid = i.indcollation[place - 1]"
            + " WHERE i.indrelid = ? AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid"
            + " AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')) ORDER BY c.relname, place";

    /** One row per column that an index carries beside its parts. */
    static final String INCLUDED = "SELECT c.relname, a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            + " CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(number, place)"
            + " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number"
            + " WHERE i.indrelid = ? AND k.place > i.indnkeyatts ORDER BY c.relname, k.place";

    private CatalogQueries() {}
}
