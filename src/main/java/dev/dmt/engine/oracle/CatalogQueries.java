package dev.dmt.engine.oracle;

/**
 * What is asked of the dictionary, by views that every user may read. Each query has the owner as its first parameter; where
 * one table is meant, its name is the second. Columns of the type LONG stand last: the driver streams them.
 */
final class CatalogQueries {
    private static final String LEFT_OUT = " AND t.TABLE_NAME <> '" + OracleLedgerWords.TABLE + "'"
            + " AND t.TEMPORARY = 'N' AND t.NESTED = 'NO' AND t.SECONDARY = 'N' AND t.DROPPED = 'NO'"
            + " AND (t.IOT_TYPE IS NULL OR t.IOT_TYPE = 'IOT')"
            + " AND NOT EXISTS (SELECT 1 FROM ALL_EXTERNAL_TABLES x WHERE x.OWNER = t.OWNER AND x.TABLE_NAME = t.TABLE_NAME)"
            + " AND NOT EXISTS (SELECT 1 FROM ALL_MVIEWS m WHERE m.OWNER = t.OWNER AND m.MVIEW_NAME = t.TABLE_NAME)"
            + " AND NOT EXISTS (SELECT 1 FROM ALL_MVIEW_LOGS l WHERE l.LOG_OWNER = t.OWNER AND l.LOG_TABLE = t.TABLE_NAME)";

    static final Asked TABLES = new Asked(
            "SELECT t.TABLE_NAME, t.PARTITIONED, t.IOT_TYPE, c.COMMENTS FROM ALL_TABLES t LEFT JOIN ALL_TAB_COMMENTS c"
                    + " ON c.OWNER = t.OWNER AND c.TABLE_NAME = t.TABLE_NAME WHERE t.OWNER = ?" + LEFT_OUT,
            "t.TABLE_NAME",
            "t.TABLE_NAME");

    /** Hidden are also the columns that the server makes for itself; a user's own are those declared invisible. */
    static final Asked COLUMNS = new Asked(
            "SELECT k.TABLE_NAME, k.COLUMN_NAME, k.DATA_TYPE, k.DATA_TYPE_OWNER, k.DATA_LENGTH, k.DATA_PRECISION,"
                    + " k.DATA_SCALE, k.CHAR_LENGTH, k.CHAR_USED, k.NULLABLE, k.VIRTUAL_COLUMN, k.HIDDEN_COLUMN,"
                    + " k.IDENTITY_COLUMN, k.COLLATION, k.DEFAULT_ON_NULL, c.COMMENTS, k.DATA_DEFAULT FROM ALL_TAB_COLS k"
                    + " LEFT JOIN ALL_COL_COMMENTS c ON c.OWNER = k.OWNER AND c.TABLE_NAME = k.TABLE_NAME"
                    + " AND c.COLUMN_NAME = k.COLUMN_NAME WHERE k.OWNER = ?"
                    + " AND (k.HIDDEN_COLUMN = 'NO' OR k.USER_GENERATED = 'YES')",
            "k.TABLE_NAME",
            "k.TABLE_NAME, k.COLUMN_ID NULLS LAST, k.INTERNAL_COLUMN_ID");

    static final Asked CONSTRAINTS = new Asked(
            "SELECT c.TABLE_NAME, c.CONSTRAINT_NAME, c.CONSTRAINT_TYPE, c.STATUS, c.DEFERRABLE, c.DEFERRED, c.DELETE_RULE,"
                    + " c.SEARCH_CONDITION_VC, k.COLUMN_NAME, r.OWNER, r.TABLE_NAME, p.COLUMN_NAME"
                    + " FROM ALL_CONSTRAINTS c"
                    + " LEFT JOIN ALL_CONS_COLUMNS k ON k.OWNER = c.OWNER AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME"
                    + " LEFT JOIN ALL_CONSTRAINTS r ON r.OWNER = c.R_OWNER AND r.CONSTRAINT_NAME = c.R_CONSTRAINT_NAME"
                    + " LEFT JOIN ALL_CONS_COLUMNS p ON p.OWNER = r.OWNER AND p.CONSTRAINT_NAME = r.CONSTRAINT_NAME"
                    + " AND p.POSITION = k.POSITION WHERE c.OWNER = ? AND c.CONSTRAINT_TYPE IN ('P', 'U', 'R', 'C')",
            "c.TABLE_NAME",
            "c.TABLE_NAME, c.CONSTRAINT_NAME, k.POSITION");

    /** Without those that a key stands on. */
    static final Asked INDEXES = new Asked(
            "SELECT i.TABLE_NAME, i.INDEX_NAME, i.INDEX_TYPE, i.UNIQUENESS, i.ITYP_NAME, k.COLUMN_NAME, k.DESCEND,"
                    + " e.COLUMN_EXPRESSION FROM ALL_INDEXES i JOIN ALL_IND_COLUMNS k ON k.INDEX_OWNER = i.OWNER"
                    + " AND k.INDEX_NAME = i.INDEX_NAME LEFT JOIN ALL_IND_EXPRESSIONS e ON e.INDEX_OWNER = i.OWNER"
                    + " AND e.INDEX_NAME = i.INDEX_NAME AND e.COLUMN_POSITION = k.COLUMN_POSITION WHERE i.TABLE_OWNER = ?"
                    + " AND NOT EXISTS (SELECT 1 FROM ALL_CONSTRAINTS c WHERE c.OWNER = i.TABLE_OWNER"
                    + " AND c.TABLE_NAME = i.TABLE_NAME AND c.CONSTRAINT_TYPE IN ('P', 'U') AND c.INDEX_NAME = i.INDEX_NAME)",
            "i.TABLE_NAME",
            "i.TABLE_NAME, i.INDEX_NAME, k.COLUMN_POSITION");

    static final Asked IDENTITIES = new Asked(
            "SELECT i.TABLE_NAME, i.COLUMN_NAME, i.GENERATION_TYPE, s.LAST_NUMBER, s.INCREMENT_BY, s.MIN_VALUE, s.CYCLE_FLAG"
                    + " FROM ALL_TAB_IDENTITY_COLS i LEFT JOIN ALL_SEQUENCES s ON s.SEQUENCE_OWNER = i.OWNER"
                    + " AND s.SEQUENCE_NAME = i.SEQUENCE_NAME WHERE i.OWNER = ?",
            "i.TABLE_NAME",
            "i.TABLE_NAME");

    static final Asked TRIGGERS = new Asked(
            "SELECT g.TABLE_NAME, g.TRIGGER_NAME, g.TRIGGERING_EVENT, g.TRIGGER_BODY FROM ALL_TRIGGERS g"
                    + " WHERE g.TABLE_OWNER = ? AND g.BASE_OBJECT_TYPE = 'TABLE'",
            "g.TABLE_NAME",
            "g.TABLE_NAME, g.TRIGGER_NAME");

    /** What is no table of the migration: its kind in capitals, and its name. */
    static final Asked OTHERS = new Asked(
            "SELECT o.OBJECT_TYPE, o.OBJECT_NAME FROM ALL_OBJECTS o WHERE o.OWNER = ? AND o.GENERATED = 'N'"
                    + " AND o.SECONDARY = 'N' AND o.OBJECT_TYPE IN ('VIEW', 'MATERIALIZED VIEW', 'PROCEDURE', 'FUNCTION',"
                    + " 'PACKAGE', 'TYPE', 'SYNONYM', 'QUEUE', 'JOB', 'SCHEDULE', 'PROGRAM', 'JAVA SOURCE', 'JAVA CLASS',"
                    + " 'CLUSTER', 'DATABASE LINK', 'DIMENSION', 'LIBRARY', 'OPERATOR', 'SEQUENCE', 'PROPERTY GRAPH')"
                    + " AND o.OBJECT_NAME NOT LIKE 'ISEQ$$%' AND o.OBJECT_NAME NOT LIKE 'SYS$_%' ESCAPE '$'"
                    + " AND o.OBJECT_NAME NOT LIKE 'BIN$%'"
                    + " UNION ALL SELECT 'EXTERNAL TABLE', x.TABLE_NAME FROM ALL_EXTERNAL_TABLES x WHERE x.OWNER = ?"
                    + " UNION ALL SELECT 'TEMPORARY TABLE', t.TABLE_NAME FROM ALL_TABLES t WHERE t.OWNER = ?"
                    + " AND t.TEMPORARY = 'Y'"
                    + " UNION ALL SELECT 'NESTED TABLE', t.TABLE_NAME FROM ALL_TABLES t WHERE t.OWNER = ? AND t.NESTED = 'YES'"
                    + " UNION ALL SELECT 'OBJECT TABLE', t.TABLE_NAME FROM ALL_OBJECT_TABLES t WHERE t.OWNER = ?"
                    + " AND t.NESTED = 'NO' AND t.SECONDARY = 'N' AND t.TEMPORARY = 'N'",
            "", "1, 2");

    private CatalogQueries() {}

    /**
     * A query in parts.
     *
     * @param table the column that has the table's name
     */
    record Asked(String query, String table, String order) {
        String ofSchema() {
            return query + " ORDER BY " + order;
        }

        String ofTable() {
            return query + " AND " + table + " = ? ORDER BY " + order;
        }

        /** How often the owner is asked for. */
        int owners() {
            return query.length() - query.replace("?", "").length();
        }
    }
}
