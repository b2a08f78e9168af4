package dev.dmt.engine.mssql;

import java.util.List;

/**
 * What is in a schema and is not carried over: each query has the schema as its one parameter, and gives kind, table, name,
 * reason and remedy. Each is asked by itself, since not every server has all of these views.
 */
final class OmissionQueries {
    private static final String TABLES = " FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id";

    private static final String WANTED =
            " WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'" + LedgerTable.NAME + "'";

    private static final String OBJECTS = "SELECT CASE o.type WHEN 'V' THEN N'view' WHEN 'SN' THEN N'synonym'"
            + " WHEN 'P' THEN N'procedure' WHEN 'PC' THEN N'procedure'"
            + " WHEN 'AF' THEN N'aggregate' WHEN 'R' THEN N'rule' WHEN 'SQ' THEN N'queue' ELSE N'function' END AS kind,"
            + " N'' AS table_name, o.name AS name, N'it is no table' AS reason, N'create it in the target' AS remedy"
            + " FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id WHERE s.name = ?"
            + " AND o.is_ms_shipped = 0 AND o.type IN"
            + " ('V', 'SN', 'P', 'PC', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF', 'R', 'SQ') ORDER BY o.type, o.name";

    private static final String TRIGGERS = "SELECT N'trigger' AS kind, t.name AS table_name, g.name AS name,"
            + " N'dmt does not carry over triggers' AS reason, N'create it in the target' AS remedy"
            + TABLES + " JOIN sys.triggers AS g ON g.parent_id = t.object_id" + WANTED + " ORDER BY t.name, g.name";

    private static final String TYPES = "SELECT N'type' AS kind, N'' AS table_name, y.name AS name,"
            + " CASE WHEN y.is_table_type = 1 THEN N'a type of a table' WHEN y.is_assembly_type = 1 THEN N'a type of the CLR'"
            + " ELSE N'an alias: its columns are of the type that it stands for' END AS reason, N'' AS remedy"
            + " FROM sys.types AS y JOIN sys.schemas AS s ON s.schema_id = y.schema_id"
            + " WHERE s.name = ? AND y.is_user_defined = 1 ORDER BY y.name";

    private static final String TEMPORAL = "SELECT N'system versioning' AS kind, t.name AS table_name, t.name AS name,"
            + " CASE WHEN t.temporal_type = 1 THEN N'a table of history becomes a plain table'"
            + " ELSE N'its history is not written any more' END AS reason, N'' AS remedy"
            + TABLES + WANTED + " AND t.temporal_type <> 0 ORDER BY t.name";

    private static final String MEMORY = "SELECT N'storage' AS kind, t.name AS table_name, t.name AS name,"
            + " N'kept in memory in the source, on disk in the target' AS reason, N'' AS remedy"
            + TABLES + WANTED + " AND t.is_memory_optimized = 1 ORDER BY t.name";

    private static final String MASKED =
            "SELECT CASE WHEN c.is_masked = 1 THEN N'mask' ELSE N'sparse column' END AS kind,"
                    + " t.name AS table_name, c.name AS name, CASE WHEN c.is_masked = 1"
                    + " THEN N'its values come as this user sees them, masked unless the user may unmask; the target has no mask'"
                    + " ELSE N'an ordinary column in the target' END AS reason,"
                    + " CASE WHEN c.is_masked = 1 THEN N'grant UNMASK to the user' ELSE N'' END AS remedy"
                    + TABLES + " JOIN sys.columns AS c ON c.object_id = t.object_id" + WANTED
                    + " AND (c.is_masked = 1 OR c.is_sparse = 1) ORDER BY t.name, c.column_id";

    private static final String PARTITIONED = "SELECT N'partitioning' AS kind, t.name AS table_name, t.name AS name,"
            + " N'its partitions become one plain table' AS reason, N'' AS remedy"
            + TABLES + " JOIN sys.partitions AS p ON p.object_id = t.object_id AND p.index_id IN (0, 1)"
            + WANTED + " GROUP BY t.name HAVING COUNT(*) > 1 ORDER BY t.name";

    private static final String FULL_TEXT = "SELECT N'full text index' AS kind, t.name AS table_name, t.name AS name,"
            + " N'dmt does not carry over full text indexes' AS reason, N'create one in the target' AS remedy"
            + TABLES + " JOIN sys.fulltext_indexes AS f ON f.object_id = t.object_id" + WANTED + " ORDER BY t.name";

    private static final String POLICIES = "SELECT N'security policy' AS kind, t.name AS table_name, p.name AS name,"
            + " N'only the rows that this user sees are moved, and all see them in the target' AS reason,"
            + " N'create it in the target' AS remedy"
            + TABLES + " JOIN sys.security_predicates AS r ON r.target_object_id = t.object_id"
            + " JOIN sys.security_policies AS p ON p.object_id = r.object_id" + WANTED + " ORDER BY t.name, p.name";

    static final List<String> ALL =
            List.of(OBJECTS, TRIGGERS, TYPES, TEMPORAL, MEMORY, MASKED, PARTITIONED, FULL_TEXT, POLICIES);

    private OmissionQueries() {}
}
