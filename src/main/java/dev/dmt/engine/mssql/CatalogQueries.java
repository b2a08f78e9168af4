package dev.dmt.engine.mssql;

/**
 * What is asked of the catalog about the tables of a schema, which is the first parameter; with {@link #OF_TABLE} about one
 * of them, which is the second. Nothing newer than SQL Server 2016 is asked for, and bits are numbers, so that whatever
 * speaks as SQL Server does can answer.
 */
final class CatalogQueries {
    static final String OF_TABLE = " AND t.name = ?";

    private static final String TABLES = " FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id";

    private static final String WANTED =
            " WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'" + LedgerTable.NAME + "'";

    /** An alias of a type stands for it; a type of the CLR is itself. */
    static final String COLUMNS = "SELECT t.name AS table_name, c.name AS column_name, y.name AS type_name,"
            + " CAST(c.max_length AS int) AS max_length, CAST(c.precision AS int) AS precision,"
            + " CAST(c.scale AS int) AS scale, CAST(c.is_nullable AS int) AS is_nullable,"
            + " c.collation_name AS collation_name, CAST(c.is_identity AS int) AS is_identity,"
            + " d.definition AS default_definition, k.definition AS computed_definition,"
            + " CAST(k.is_persisted AS int) AS is_persisted"
            + TABLES
            + " JOIN sys.columns AS c ON c.object_id = t.object_id"
            + " LEFT JOIN sys.types AS u ON u.user_type_id = c.user_type_id"
            + " LEFT JOIN sys.types AS y ON y.user_type_id = CASE WHEN u.is_user_defined = 1 AND u.is_assembly_type = 0"
            + " THEN c.system_type_id ELSE c.user_type_id END"
            + " LEFT JOIN sys.default_constraints AS d ON d.parent_object_id = c.object_id"
            + " AND d.parent_column_id = c.column_id"
            + " LEFT JOIN sys.computed_columns AS k ON k.object_id = c.object_id AND k.column_id = c.column_id"
            + WANTED;

    static final String COLUMNS_ORDER = " ORDER BY t.name, c.column_id";

    static final String INDEXES = "SELECT t.name AS table_name, i.name AS index_name, CAST(i.type AS int) AS type,"
            + " CAST(i.is_unique AS int) AS is_unique, CAST(i.is_primary_key AS int) AS is_primary_key,"
            + " CAST(i.is_unique_constraint AS int) AS is_unique_constraint, i.filter_definition AS filter_definition,"
            + " CAST(i.is_disabled AS int) AS is_disabled, c.name AS column_name,"
            + " CAST(x.is_descending_key AS int) AS is_descending_key,"
            + " CAST(x.is_included_column AS int) AS is_included_column"
            + TABLES
            + " JOIN sys.indexes AS i ON i.object_id = t.object_id"
            + " JOIN sys.index_columns AS x ON x.object_id = i.object_id AND x.index_id = i.index_id"
            + " JOIN sys.columns AS c ON c.object_id = x.object_id AND c.column_id = x.column_id"
            + WANTED + " AND i.type > 0 AND i.is_hypothetical = 0"
            + " AND (x.key_ordinal > 0 OR x.is_included_column = 1 OR i.type > 2)";

    static final String INDEXES_ORDER =
            " ORDER BY t.name, i.name, x.is_included_column, x.key_ordinal, x.index_column_id";

    static final String FOREIGN_KEYS = "SELECT t.name AS table_name, f.name AS key_name, c.name AS column_name,"
            + " q.name AS parent_schema, p.name AS parent_table, r.name AS parent_column,"
            + " CAST(f.delete_referential_action AS int) AS delete_referential_action,"
            + " CAST(f.update_referential_action AS int) AS update_referential_action,"
            + " CAST(f.is_disabled AS int) AS is_disabled"
            + TABLES
            + " JOIN sys.foreign_keys AS f ON f.parent_object_id = t.object_id"
            + " JOIN sys.foreign_key_columns AS x ON x.constraint_object_id = f.object_id"
            + " JOIN sys.columns AS c ON c.object_id = x.parent_object_id AND c.column_id = x.parent_column_id"
            + " JOIN sys.tables AS p ON p.object_id = f.referenced_object_id"
            + " JOIN sys.schemas AS q ON q.schema_id = p.schema_id"
            + " JOIN sys.columns AS r ON r.object_id = x.referenced_object_id AND r.column_id = x.referenced_column_id"
            + WANTED;

    static final String FOREIGN_KEYS_ORDER = " ORDER BY t.name, f.name, x.constraint_column_id";

    static final String CHECKS = "SELECT t.name AS table_name, k.name AS check_name, k.definition AS definition,"
            + " CAST(k.is_disabled AS int) AS is_disabled"
            + TABLES + " JOIN sys.check_constraints AS k ON k.parent_object_id = t.object_id" + WANTED;

    static final String CHECKS_ORDER = " ORDER BY t.name, k.name";

    /** Not to be had everywhere. */
    static final String COMMENTS = "SELECT t.name AS table_name, c.name AS column_name,"
            + " CAST(e.value AS nvarchar(4000)) AS comment_text"
            + TABLES
            + " JOIN sys.extended_properties AS e ON e.class = 1 AND e.major_id = t.object_id"
            + " AND e.name = N'MS_Description'"
            + " LEFT JOIN sys.columns AS c ON c.object_id = t.object_id AND c.column_id = e.minor_id AND e.minor_id > 0"
            + WANTED;

    static final String COMMENTS_ORDER = " ORDER BY t.name, e.minor_id";

    /** The last number that each identity column gave out, or the one before its first. */
    static final String IDENTITIES = "SELECT t.name AS table_name, i.name AS column_name,"
            + " CAST(i.seed_value AS decimal(38,0)) AS seed_value,"
            + " CAST(i.increment_value AS decimal(38,0)) AS increment_value,"
            + " CAST(i.last_value AS decimal(38,0)) AS last_value"
            + TABLES + " JOIN sys.identity_columns AS i ON i.object_id = t.object_id" + WANTED;

    /** What was given out last cannot be told from what is given out first: a number is left out rather than given twice. */
    static final String SEQUENCES =
            "SELECT q.name AS sequence_name, CAST(q.start_value AS decimal(38,0)) AS start_value,"
                    + " CAST(q.increment AS decimal(38,0)) AS increment, CAST(q.minimum_value AS decimal(38,0)) AS minimum_value,"
                    + " CAST(q.maximum_value AS decimal(38,0)) AS maximum_value, CAST(q.is_cycling AS int) AS is_cycling,"
                    + " CAST(q.current_value AS decimal(38,0)) AS current_value FROM sys.sequences AS q"
                    + " JOIN sys.schemas AS s ON s.schema_id = q.schema_id WHERE s.name = ? ORDER BY q.name";

    static final String INBOUND_KEYS = "SELECT n.name AS table_schema, k.name AS table_name, f.name AS key_name,"
            + " c.name AS column_name, q.name AS parent_schema, t.name AS parent_table, r.name AS parent_column,"
            + " CAST(f.delete_referential_action AS int) AS delete_referential_action,"
            + " CAST(f.update_referential_action AS int) AS update_referential_action,"
            + " CAST(f.is_disabled AS int) AS is_disabled"
            + " FROM sys.foreign_keys AS f JOIN sys.tables AS k ON k.object_id = f.parent_object_id"
            + " JOIN sys.schemas AS n ON n.schema_id = k.schema_id"
            + " JOIN sys.tables AS t ON t.object_id = f.referenced_object_id"
            + " JOIN sys.schemas AS q ON q.schema_id = t.schema_id"
            + " JOIN sys.foreign_key_columns AS x ON x.constraint_object_id = f.object_id"
            + " JOIN sys.columns AS c ON c.object_id = x.parent_object_id AND c.column_id = x.parent_column_id"
            + " JOIN sys.columns AS r ON r.object_id = x.referenced_object_id AND r.column_id = x.referenced_column_id"
            + " WHERE q.name = ? AND t.name = ? AND f.parent_object_id <> f.referenced_object_id"
            + " ORDER BY n.name, k.name, f.name, x.constraint_column_id";

    /** Those that keep the table from being dropped or changed: bound to its shape. */
    static final String BOUND_VIEWS = "SELECT DISTINCT n.name AS view_schema, v.name AS view_name"
            + " FROM sys.sql_expression_dependencies AS d JOIN sys.views AS v ON v.object_id = d.referencing_id"
            + " JOIN sys.schemas AS n ON n.schema_id = v.schema_id"
            + " WHERE d.is_schema_bound_reference = 1 AND d.referenced_id = OBJECT_ID(?) ORDER BY n.name, v.name";

    private CatalogQueries() {}
}
