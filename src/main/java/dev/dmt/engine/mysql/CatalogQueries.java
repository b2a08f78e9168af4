package dev.dmt.engine.mysql;

/** What is asked of information_schema; each query has the schema, or schema and table, as its parameters. */
final class CatalogQueries {
    static final String LEDGER = "dmt_ledger";
    /** Name, kind, comment, next number of its counter. */
    static final String TABLES =
            "SELECT TABLE_NAME, TABLE_TYPE, TABLE_COMMENT, LEAST(AUTO_INCREMENT, 9223372036854775807)"
                    + " FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')"
                    + " AND TABLE_NAME <> '" + LEDGER + "' ORDER BY CAST(TABLE_NAME AS BINARY)";

    static final String TABLE_COMMENT =
            "SELECT TABLE_COMMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                    + " AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')";
    static final String COLUMNS = "SELECT COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, EXTRA,"
            + " GENERATION_EXPRESSION, COLLATION_NAME, COLUMN_COMMENT, DATA_TYPE FROM information_schema.COLUMNS"
            + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION";
    /** The expression of a part is MySQL's alone. */
    static final String INDEXES = "SELECT INDEX_NAME, NON_UNIQUE, COLUMN_NAME, COLLATION, SUB_PART, INDEX_TYPE, %s"
            + " FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
            + " ORDER BY CAST(INDEX_NAME AS BINARY), SEQ_IN_INDEX";

    static final String FOREIGN_KEY_COLUMNS = "SELECT k.CONSTRAINT_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_SCHEMA,"
            + " k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME, r.DELETE_RULE, r.UPDATE_RULE"
            + " FROM information_schema.KEY_COLUMN_USAGE k JOIN information_schema.REFERENTIAL_CONSTRAINTS r"
            + " ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME"
            + " AND r.TABLE_NAME = k.TABLE_NAME WHERE k.TABLE_SCHEMA = ? AND k.TABLE_NAME = ?"
            + " AND k.REFERENCED_TABLE_NAME IS NOT NULL ORDER BY CAST(k.CONSTRAINT_NAME AS BINARY), k.ORDINAL_POSITION";
    static final String INBOUND_KEY_COLUMNS = "SELECT k.TABLE_SCHEMA, k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME,"
            + " k.REFERENCED_COLUMN_NAME, r.DELETE_RULE, r.UPDATE_RULE FROM information_schema.KEY_COLUMN_USAGE k"
            + " JOIN information_schema.REFERENTIAL_CONSTRAINTS r ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA"
            + " AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME AND r.TABLE_NAME = k.TABLE_NAME"
            + " WHERE k.REFERENCED_TABLE_SCHEMA = ? AND k.REFERENCED_TABLE_NAME = ?"
            + " AND (k.TABLE_SCHEMA, k.TABLE_NAME) <> (k.REFERENCED_TABLE_SCHEMA, k.REFERENCED_TABLE_NAME)"
            + " ORDER BY 1, 2, 3, k.ORDINAL_POSITION";
    static final String MARIADB_CHECKS =
            "SELECT CONSTRAINT_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS"
                    + " WHERE CONSTRAINT_SCHEMA = ? AND TABLE_NAME = ? ORDER BY CAST(CONSTRAINT_NAME AS BINARY)";
    static final String MYSQL_CHECKS =
            "SELECT c.CONSTRAINT_NAME, c.CHECK_CLAUSE FROM information_schema.TABLE_CONSTRAINTS t"
                    + " JOIN information_schema.CHECK_CONSTRAINTS c ON c.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA"
                    + " AND c.CONSTRAINT_NAME = t.CONSTRAINT_NAME WHERE t.TABLE_SCHEMA = ? AND t.TABLE_NAME = ?"
                    + " AND t.CONSTRAINT_TYPE = 'CHECK' AND t.ENFORCED = 'YES' ORDER BY CAST(c.CONSTRAINT_NAME AS BINARY)";
    /** Kind, table, name, reason, remedy. */
    static final String OTHERS = "SELECT 'view', '', TABLE_NAME, 'it is no table', 'create it in the target'"
            + " FROM information_schema.VIEWS WHERE TABLE_SCHEMA = ?"
            + " UNION ALL SELECT LOWER(ROUTINE_TYPE), '', ROUTINE_NAME, 'dmt does not carry over routines',"
            + " 'create it in the target' FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?"
            + " UNION ALL SELECT 'trigger', EVENT_OBJECT_TABLE, TRIGGER_NAME, 'dmt does not carry over triggers',"
            + " 'create it in the target' FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ?"
            + " UNION ALL SELECT 'event', '', EVENT_NAME, 'dmt does not carry over events', 'create it in the target'"
            + " FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?"
            + " UNION ALL SELECT 'sequence', '', TABLE_NAME, 'it fills no column by itself', 'create it in the target'"
            + " FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'SEQUENCE' ORDER BY 1, 2, 3";

    static final int OTHERS_PARAMETERS = 5;
    static final String PARTITIONED = "SELECT DISTINCT TABLE_NAME FROM information_schema.PARTITIONS"
            + " WHERE TABLE_SCHEMA = ? AND PARTITION_NAME IS NOT NULL ORDER BY 1";

    private CatalogQueries() {}
}
