-- create schema
IF SCHEMA_ID(N'sales') IS NULL
EXEC(N'CREATE SCHEMA [sales]');

-- create table 1
IF OBJECT_ID(N'[sales].[or]]der''s_number_seq]', N'SO') IS NULL
CREATE SEQUENCE [sales].[or]]der's_number_seq] AS bigint START WITH 1 INCREMENT BY 1;

-- create table 2
IF OBJECT_ID(N'[sales].[or]]der''s]', N'U') IS NULL
CREATE TABLE [sales].[or]]der's] (
  [id] bigint IDENTITY(1,1) NOT NULL,
  [number] int DEFAULT (NEXT VALUE FOR [sales].[or]]der's_number_seq]) NOT NULL,
  [person] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
  [price] decimal(10,2) DEFAULT ((0)) NOT NULL,
  [made at] datetimeoffset(6) NULL,
  [twice] AS ([price]*(2)) PERSISTED
);

-- drop table 1
DECLARE @drop nvarchar(max) = N''; SELECT @drop = @drop + N'ALTER TABLE ' + QUOTENAME(s.name) + N'.' + QUOTENAME(k.name) + N' DROP CONSTRAINT ' + QUOTENAME(f.name) + N'; ' FROM sys.foreign_keys AS f JOIN sys.tables AS k ON k.object_id = f.parent_object_id JOIN sys.schemas AS s ON s.schema_id = k.schema_id WHERE f.referenced_object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND f.parent_object_id <> f.referenced_object_id; EXEC sp_executesql @drop;

-- drop table 2
IF OBJECT_ID(N'[sales].[or]]der''s]', N'U') IS NOT NULL
DROP TABLE [sales].[or]]der's];

-- drop table 3
IF OBJECT_ID(N'[sales].[or]]der''s_number_seq]', N'SO') IS NOT NULL
DROP SEQUENCE [sales].[or]]der's_number_seq];

-- truncate 1
DECLARE @drop nvarchar(max) = N''; SELECT @drop = @drop + N'ALTER TABLE ' + QUOTENAME(s.name) + N'.' + QUOTENAME(k.name) + N' DROP CONSTRAINT ' + QUOTENAME(f.name) + N'; ' FROM sys.foreign_keys AS f JOIN sys.tables AS k ON k.object_id = f.parent_object_id JOIN sys.schemas AS s ON s.schema_id = k.schema_id WHERE f.referenced_object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND f.parent_object_id <> f.referenced_object_id; EXEC sp_executesql @drop;

-- truncate 2
TRUNCATE TABLE [sales].[or]]der's];

-- reset identity
DECLARE @last bigint; SELECT @last = COALESCE(MAX([id]), 0) FROM [sales].[or]]der's]; IF @last < 41 SET @last = 41; IF @last > 0 AND (SELECT last_value FROM sys.identity_columns WHERE object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U')) IS NULL SET @last = @last + 1; IF @last > 0 DBCC CHECKIDENT (N'[sales].[or]]der''s]', RESEED, @last) WITH NO_INFOMSGS;

-- reset second counter
DECLARE @last bigint; SELECT @last = COALESCE(MAX([number]), 0) FROM [sales].[or]]der's]; IF @last < 0 SET @last = 0; DECLARE @restart nvarchar(max) = N'ALTER SEQUENCE ' + N'[sales].[or]]der''s_number_seq]' + N' RESTART WITH ' + CAST(@last + 1 AS nvarchar(20)); EXEC sp_executesql @restart;

-- statistics
UPDATE STATISTICS [sales].[or]]der's];

-- create sequence
IF OBJECT_ID(N'[dbo].[numbers]', N'SO') IS NULL
CREATE SEQUENCE [dbo].[numbers] AS bigint START WITH 10 INCREMENT BY 2 MINVALUE 1 MAXVALUE 9223372036854775807 NO CYCLE;

-- set sequence
IF (SELECT CAST(current_value AS decimal(38,0)) FROM sys.sequences WHERE object_id = OBJECT_ID(N'[dbo].[numbers]', N'SO')) < 42
ALTER SEQUENCE [dbo].[numbers] RESTART WITH 42;

-- comment
IF NOT EXISTS (SELECT 1 FROM sys.extended_properties WHERE class = 1 AND name = N'MS_Description' AND major_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND minor_id = 0)
EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'What''s sold', @level0type = N'SCHEMA', @level0name = N'sales', @level1type = N'TABLE', @level1name = N'or]der''s';

-- primary key
IF NOT EXISTS (SELECT 1 FROM sys.key_constraints WHERE type = N'PK' AND parent_object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U'))
ALTER TABLE [sales].[or]]der's] ADD CONSTRAINT [orders_pkey] PRIMARY KEY CLUSTERED ([id]);

-- broad primary key
IF NOT EXISTS (SELECT 1 FROM sys.key_constraints WHERE type = N'PK' AND parent_object_id = OBJECT_ID(N'[dbo].[broad]', N'U'))
ALTER TABLE [dbo].[broad] ADD CONSTRAINT [broad_pkey] PRIMARY KEY NONCLUSTERED ([word]);

-- unique key over what may be NULL
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND name = N'orders_person_key')
CREATE UNIQUE NONCLUSTERED INDEX [orders_person_key] ON [sales].[or]]der's] ([person], [number]) WHERE [person] IS NOT NULL;

-- unique key
IF NOT EXISTS (SELECT 1 FROM sys.objects WHERE parent_object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND name = N'orders_number_key')
ALTER TABLE [sales].[or]]der's] ADD CONSTRAINT [orders_number_key] UNIQUE NONCLUSTERED ([number]);

-- index
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND name = N'orders_price')
CREATE NONCLUSTERED INDEX [orders_price] ON [sales].[or]]der's] ([price] DESC) INCLUDE ([made at]) WHERE [price]>(5);

-- unique index without regard to case 1
IF COL_LENGTH(N'[sales].[or]]der''s]', N'orders_nocase_1') IS NULL
ALTER TABLE [sales].[or]]der's] ADD [orders_nocase_1] AS (LOWER([person]) COLLATE Latin1_General_BIN2);

-- unique index without regard to case 2
IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND name = N'orders_nocase')
CREATE UNIQUE NONCLUSTERED INDEX [orders_nocase] ON [sales].[or]]der's] ([orders_nocase_1], [price] DESC);

-- foreign key
IF NOT EXISTS (SELECT 1 FROM sys.objects WHERE parent_object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND name = N'orders_person_fkey')
ALTER TABLE [sales].[or]]der's] WITH NOCHECK ADD CONSTRAINT [orders_person_fkey] FOREIGN KEY ([person]) REFERENCES [dbo].[people] ([name]) ON DELETE CASCADE;

-- hold foreign key
ALTER TABLE [sales].[or]]der's] WITH CHECK CHECK CONSTRAINT [orders_person_fkey];

-- drop foreign keys
IF EXISTS (SELECT 1 FROM sys.foreign_keys WHERE parent_object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND name = N'orders_person_fkey')
ALTER TABLE [sales].[or]]der's] DROP CONSTRAINT [orders_person_fkey];

-- count orphans
SELECT COUNT_BIG(*) FROM [sales].[or]]der's] AS child WHERE child.[person] IS NOT NULL AND NOT EXISTS (SELECT 1 FROM [dbo].[people] AS parent WHERE parent.[name] = child.[person]);

-- check
IF NOT EXISTS (SELECT 1 FROM sys.objects WHERE parent_object_id = OBJECT_ID(N'[sales].[or]]der''s]', N'U') AND name = N'orders_price_check')
ALTER TABLE [sales].[or]]der's] WITH NOCHECK ADD CONSTRAINT [orders_price_check] CHECK ([price]>(0));

-- hold check
ALTER TABLE [sales].[or]]der's] WITH CHECK CHECK CONSTRAINT [orders_price_check];

-- count violations
SELECT COUNT_BIG(*) FROM [sales].[or]]der's] WHERE NOT ([price]>(0));

-- read all
SELECT r.[id] AS c1, CONVERT(nvarchar(3), r.[code]) AS c2, r.[name] AS c3, r.[moment] AS c4, CAST(SWITCHOFFSET(r.[instant], '+00:00') AS datetime2(7)) AS c5, r.[place].ToString() AS c6, r.[shape].STSrid AS c7, r.[shape].AsBinaryZM() AS c8, CONVERT(binary(8), r.[version]) AS c9, CONVERT(nvarchar(max), r.[document]) AS c10, CONVERT(nvarchar(4000), r.[any]) AS c11, r.[token] AS c12 FROM [dbo].[things] AS r;

-- read a range
SELECT r.[id] AS c1, CONVERT(nvarchar(3), r.[code]) AS c2, r.[name] AS c3, r.[moment] AS c4, CAST(SWITCHOFFSET(r.[instant], '+00:00') AS datetime2(7)) AS c5, r.[place].ToString() AS c6, r.[shape].STSrid AS c7, r.[shape].AsBinaryZM() AS c8, CONVERT(binary(8), r.[version]) AS c9, CONVERT(nvarchar(max), r.[document]) AS c10, CONVERT(nvarchar(4000), r.[any]) AS c11, r.[token] AS c12, CONVERT(nvarchar(3), r.[code]) AS c13, r.[moment] AS c14, r.[id] AS c15 FROM [dbo].[things] AS r WHERE CONVERT(nvarchar(3), r.[code]) COLLATE Latin1_General_BIN2 >= N'a''b' AND (CONVERT(nvarchar(3), r.[code]) COLLATE Latin1_General_BIN2 > N'a''b' OR (CONVERT(nvarchar(3), r.[code]) COLLATE Latin1_General_BIN2 = N'a''b' AND (r.[moment] > CAST('2024-02-29T23:59:59.997' AS datetime) OR (r.[moment] = CAST('2024-02-29T23:59:59.997' AS datetime) AND r.[id] > 5)))) AND CONVERT(nvarchar(3), r.[code]) COLLATE Latin1_General_BIN2 <= N'b' AND (CONVERT(nvarchar(3), r.[code]) COLLATE Latin1_General_BIN2 < N'b' OR (CONVERT(nvarchar(3), r.[code]) COLLATE Latin1_General_BIN2 = N'b' AND (r.[moment] < CAST('1999-01-01T00:00:00.000' AS datetime) OR (r.[moment] = CAST('1999-01-01T00:00:00.000' AS datetime) AND r.[id] <= CAST(9223372036854775807 AS bigint))))) ORDER BY CONVERT(nvarchar(3), r.[code]) COLLATE Latin1_General_BIN2, r.[moment], r.[id];

-- read after a token
SELECT r.[id] AS c1, CONVERT(nvarchar(3), r.[code]) AS c2, r.[name] AS c3, r.[moment] AS c4, CAST(SWITCHOFFSET(r.[instant], '+00:00') AS datetime2(7)) AS c5, r.[place].ToString() AS c6, r.[shape].STSrid AS c7, r.[shape].AsBinaryZM() AS c8, CONVERT(binary(8), r.[version]) AS c9, CONVERT(nvarchar(max), r.[document]) AS c10, CONVERT(nvarchar(4000), r.[any]) AS c11, r.[token] AS c12, r.[token] AS c13 FROM [dbo].[things] AS r WHERE r.[token] > CAST('6ba7b810-9dad-11d1-80b4-00c04fd430c8' AS uniqueidentifier) ORDER BY r.[token];

-- profile
SELECT COUNT_BIG(*), COALESCE(SUM(CASE WHEN [id] IS NULL THEN CAST(1 AS bigint) ELSE 0 END), 0), COALESCE(SUM(CAST(DATALENGTH([id]) AS bigint)), 0), MIN([id]), MAX([id]), COALESCE(MAX(0), 0), COALESCE(SUM(CASE WHEN [name] IS NULL THEN CAST(1 AS bigint) ELSE 0 END), 0), COALESCE(SUM(CAST(DATALENGTH([name]) AS bigint)), 0), NULL, NULL, COALESCE(MAX(DATALENGTH([name]) / 2), 0), COALESCE(SUM(CASE WHEN [document] IS NULL THEN CAST(1 AS bigint) ELSE 0 END), 0), COALESCE(SUM(CAST(DATALENGTH([document]) AS bigint)), 0), NULL, NULL, COALESCE(MAX(DATALENGTH(CONVERT(nvarchar(max), [document])) / 2), 0) FROM [sales].[or]]der's];

-- upsert: stage 1
IF OBJECT_ID(N'tempdb..#dmt_chunk') IS NOT NULL DROP TABLE #dmt_chunk;

-- upsert: stage 2
CREATE TABLE #dmt_chunk ([id] bigint NULL, [person] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL, [price] decimal(10,2) NULL, [made at] datetimeoffset(6) NULL, [dmt_line] int IDENTITY(1,1) NOT NULL);

-- upsert: keep the last
WITH ranked AS (SELECT ROW_NUMBER() OVER (PARTITION BY [id] ORDER BY [dmt_line] DESC) AS place FROM #dmt_chunk) DELETE FROM ranked WHERE place > 1;

-- upsert: update
UPDATE held SET [person] = given.[person], [price] = given.[price], [made at] = given.[made at] FROM [sales].[or]]der's] AS held WITH (UPDLOCK, HOLDLOCK) JOIN #dmt_chunk AS given ON held.[id] = given.[id] WHERE EXISTS (SELECT CONVERT(varbinary(max), held.[person]), DATALENGTH(held.[person]), held.[price], held.[made at] EXCEPT SELECT CONVERT(varbinary(max), given.[person]), DATALENGTH(given.[person]), given.[price], given.[made at]);

-- upsert: give numbers
IF OBJECTPROPERTY(OBJECT_ID(N'[sales].[or]]der''s]', N'U'), N'TableHasIdentity') = 1 SET IDENTITY_INSERT [sales].[or]]der's] ON;

-- upsert: insert
INSERT INTO [sales].[or]]der's] ([id], [person], [price], [made at]) SELECT given.[id], given.[person], given.[price], given.[made at] FROM #dmt_chunk AS given WHERE NOT EXISTS (SELECT 1 FROM [sales].[or]]der's] AS held WITH (UPDLOCK, HOLDLOCK) WHERE held.[id] = given.[id]);

-- upsert: drop
DROP TABLE #dmt_chunk;

-- upsert of nothing but a key: stage 1
IF OBJECT_ID(N'tempdb..#dmt_chunk') IS NOT NULL DROP TABLE #dmt_chunk;

-- upsert of nothing but a key: stage 2
CREATE TABLE #dmt_chunk ([person] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL, [number] int NULL, [dmt_line] int IDENTITY(1,1) NOT NULL);

-- upsert of nothing but a key: keep the last
WITH ranked AS (SELECT ROW_NUMBER() OVER (PARTITION BY [person], [number], CASE WHEN [person] IS NULL THEN [dmt_line] ELSE 0 END ORDER BY [dmt_line] DESC) AS place FROM #dmt_chunk) DELETE FROM ranked WHERE place > 1;

-- upsert of nothing but a key: give numbers
IF OBJECTPROPERTY(OBJECT_ID(N'[sales].[or]]der''s]', N'U'), N'TableHasIdentity') = 1 SET IDENTITY_INSERT [sales].[or]]der's] ON;

-- upsert of nothing but a key: insert
INSERT INTO [sales].[or]]der's] ([person], [number]) SELECT given.[person], given.[number] FROM #dmt_chunk AS given WHERE NOT EXISTS (SELECT 1 FROM [sales].[or]]der's] AS held WITH (UPDLOCK, HOLDLOCK) WHERE held.[person] = given.[person] AND held.[number] = given.[number]);

-- upsert of nothing but a key: drop
DROP TABLE #dmt_chunk;

-- append of SQL Server's own: stage 1
IF OBJECT_ID(N'tempdb..#dmt_chunk') IS NOT NULL DROP TABLE #dmt_chunk;

-- append of SQL Server's own: stage 2
CREATE TABLE #dmt_chunk ([document] nvarchar(max) COLLATE DATABASE_DEFAULT NULL, [path] nvarchar(max) COLLATE DATABASE_DEFAULT NULL, [dmt_line] int IDENTITY(1,1) NOT NULL);

-- append of SQL Server's own: insert
INSERT INTO [dbo].[documents] ([document], [path]) SELECT CONVERT(xml, given.[document], 1), CAST(given.[path] AS hierarchyid) FROM #dmt_chunk AS given;

-- append of SQL Server's own: drop
DROP TABLE #dmt_chunk;

-- ledger: create 1
IF SCHEMA_ID(N'dbo') IS NULL
EXEC(N'CREATE SCHEMA [dbo]');

-- ledger: create 2
IF OBJECT_ID(N'[dbo].[dmt_ledger]', N'U') IS NULL
CREATE TABLE [dbo].[dmt_ledger] (run_id nvarchar(250) COLLATE Latin1_General_BIN2 NOT NULL, unit nvarchar(600) COLLATE Latin1_General_BIN2 NOT NULL, target_table nvarchar(300) COLLATE Latin1_General_BIN2 NULL, owner nvarchar(400) COLLATE Latin1_General_BIN2 NOT NULL, session_mark nvarchar(100) COLLATE Latin1_General_BIN2 NULL, watermark nvarchar(max) COLLATE Latin1_General_BIN2 NULL, done smallint NOT NULL, epoch bigint NOT NULL, lease_until bigint NOT NULL, chunk bigint NOT NULL, rows_read bigint NOT NULL, rows_written bigint NOT NULL, rows_rejected bigint NOT NULL, updated_at bigint NOT NULL, CONSTRAINT [dmt_ledger_pkey] PRIMARY KEY NONCLUSTERED (run_id, unit));

-- ledger: drop
IF OBJECT_ID(N'[dbo].[dmt_ledger]', N'U') IS NOT NULL
DROP TABLE [dbo].[dmt_ledger];

-- ledger: look and lock
SELECT epoch FROM [dbo].[dmt_ledger] WITH (UPDLOCK, HOLDLOCK, ROWLOCK) WHERE run_id = ? AND unit = ? AND lease_until <= DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME()) + 60000;

-- ledger: pass over what is locked
SELECT epoch FROM [dbo].[dmt_ledger] WITH (UPDLOCK, ROWLOCK, READPAST) WHERE run_id = ? AND unit = ?;

-- catalog: columns
SELECT t.name AS table_name, c.name AS column_name, y.name AS type_name, CAST(c.max_length AS int) AS max_length, CAST(c.precision AS int) AS precision, CAST(c.scale AS int) AS scale, CAST(c.is_nullable AS int) AS is_nullable, c.collation_name AS collation_name, CAST(c.is_identity AS int) AS is_identity, d.definition AS default_definition, k.definition AS computed_definition, CAST(k.is_persisted AS int) AS is_persisted FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.columns AS c ON c.object_id = t.object_id LEFT JOIN sys.types AS u ON u.user_type_id = c.user_type_id LEFT JOIN sys.types AS y ON y.user_type_id = CASE WHEN u.is_user_defined = 1 AND u.is_assembly_type = 0 THEN c.system_type_id ELSE c.user_type_id END LEFT JOIN sys.default_constraints AS d ON d.parent_object_id = c.object_id AND d.parent_column_id = c.column_id LEFT JOIN sys.computed_columns AS k ON k.object_id = c.object_id AND k.column_id = c.column_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' AND t.name = ? ORDER BY t.name, c.column_id;

-- catalog: indexes
SELECT t.name AS table_name, i.name AS index_name, CAST(i.type AS int) AS type, CAST(i.is_unique AS int) AS is_unique, CAST(i.is_primary_key AS int) AS is_primary_key, CAST(i.is_unique_constraint AS int) AS is_unique_constraint, i.filter_definition AS filter_definition, CAST(i.is_disabled AS int) AS is_disabled, c.name AS column_name, CAST(x.is_descending_key AS int) AS is_descending_key, CAST(x.is_included_column AS int) AS is_included_column FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.indexes AS i ON i.object_id = t.object_id JOIN sys.index_columns AS x ON x.object_id = i.object_id AND x.index_id = i.index_id JOIN sys.columns AS c ON c.object_id = x.object_id AND c.column_id = x.column_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' AND i.type > 0 AND i.is_hypothetical = 0 AND (x.key_ordinal > 0 OR x.is_included_column = 1 OR i.type > 2) ORDER BY t.name, i.name, x.is_included_column, x.key_ordinal, x.index_column_id;

-- catalog: foreign keys
SELECT t.name AS table_name, f.name AS key_name, c.name AS column_name, q.name AS parent_schema, p.name AS parent_table, r.name AS parent_column, CAST(f.delete_referential_action AS int) AS delete_referential_action, CAST(f.update_referential_action AS int) AS update_referential_action, CAST(f.is_disabled AS int) AS is_disabled FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.foreign_keys AS f ON f.parent_object_id = t.object_id JOIN sys.foreign_key_columns AS x ON x.constraint_object_id = f.object_id JOIN sys.columns AS c ON c.object_id = x.parent_object_id AND c.column_id = x.parent_column_id JOIN sys.tables AS p ON p.object_id = f.referenced_object_id JOIN sys.schemas AS q ON q.schema_id = p.schema_id JOIN sys.columns AS r ON r.object_id = x.referenced_object_id AND r.column_id = x.referenced_column_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' ORDER BY t.name, f.name, x.constraint_column_id;

-- catalog: checks
SELECT t.name AS table_name, k.name AS check_name, k.definition AS definition, CAST(k.is_disabled AS int) AS is_disabled FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.check_constraints AS k ON k.parent_object_id = t.object_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' ORDER BY t.name, k.name;

-- catalog: comments
SELECT t.name AS table_name, c.name AS column_name, CAST(e.value AS nvarchar(4000)) AS comment_text FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.extended_properties AS e ON e.class = 1 AND e.major_id = t.object_id AND e.name = N'MS_Description' LEFT JOIN sys.columns AS c ON c.object_id = t.object_id AND c.column_id = e.minor_id AND e.minor_id > 0 WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' ORDER BY t.name, e.minor_id;

-- catalog: identities
SELECT t.name AS table_name, i.name AS column_name, CAST(i.seed_value AS decimal(38,0)) AS seed_value, CAST(i.increment_value AS decimal(38,0)) AS increment_value, CAST(i.last_value AS decimal(38,0)) AS last_value FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.identity_columns AS i ON i.object_id = t.object_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger';

-- catalog: sequences
SELECT q.name AS sequence_name, CAST(q.start_value AS decimal(38,0)) AS start_value, CAST(q.increment AS decimal(38,0)) AS increment, CAST(q.minimum_value AS decimal(38,0)) AS minimum_value, CAST(q.maximum_value AS decimal(38,0)) AS maximum_value, CAST(q.is_cycling AS int) AS is_cycling, CAST(q.current_value AS decimal(38,0)) AS current_value FROM sys.sequences AS q JOIN sys.schemas AS s ON s.schema_id = q.schema_id WHERE s.name = ? ORDER BY q.name;

-- catalog: inbound keys
SELECT n.name AS table_schema, k.name AS table_name, f.name AS key_name, c.name AS column_name, q.name AS parent_schema, t.name AS parent_table, r.name AS parent_column, CAST(f.delete_referential_action AS int) AS delete_referential_action, CAST(f.update_referential_action AS int) AS update_referential_action, CAST(f.is_disabled AS int) AS is_disabled FROM sys.foreign_keys AS f JOIN sys.tables AS k ON k.object_id = f.parent_object_id JOIN sys.schemas AS n ON n.schema_id = k.schema_id JOIN sys.tables AS t ON t.object_id = f.referenced_object_id JOIN sys.schemas AS q ON q.schema_id = t.schema_id JOIN sys.foreign_key_columns AS x ON x.constraint_object_id = f.object_id JOIN sys.columns AS c ON c.object_id = x.parent_object_id AND c.column_id = x.parent_column_id JOIN sys.columns AS r ON r.object_id = x.referenced_object_id AND r.column_id = x.referenced_column_id WHERE q.name = ? AND t.name = ? AND f.parent_object_id <> f.referenced_object_id ORDER BY n.name, k.name, f.name, x.constraint_column_id;

-- catalog: bound views
SELECT DISTINCT n.name AS view_schema, v.name AS view_name FROM sys.sql_expression_dependencies AS d JOIN sys.views AS v ON v.object_id = d.referencing_id JOIN sys.schemas AS n ON n.schema_id = v.schema_id WHERE d.is_schema_bound_reference = 1 AND d.referenced_id = OBJECT_ID(?) ORDER BY n.name, v.name;

-- catalog: not carried over 1
SELECT CASE o.type WHEN 'V' THEN N'view' WHEN 'SN' THEN N'synonym' WHEN 'P' THEN N'procedure' WHEN 'PC' THEN N'procedure' WHEN 'AF' THEN N'aggregate' WHEN 'R' THEN N'rule' WHEN 'SQ' THEN N'queue' ELSE N'function' END AS kind, N'' AS table_name, o.name AS name, N'it is no table' AS reason, N'create it in the target' AS remedy FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id WHERE s.name = ? AND o.is_ms_shipped = 0 AND o.type IN ('V', 'SN', 'P', 'PC', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF', 'R', 'SQ') ORDER BY o.type, o.name;

-- catalog: not carried over 2
SELECT N'trigger' AS kind, t.name AS table_name, g.name AS name, N'dmt does not carry over triggers' AS reason, N'create it in the target' AS remedy FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.triggers AS g ON g.parent_id = t.object_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' ORDER BY t.name, g.name;

-- catalog: not carried over 3
SELECT N'type' AS kind, N'' AS table_name, y.name AS name, CASE WHEN y.is_table_type = 1 THEN N'a type of a table' WHEN y.is_assembly_type = 1 THEN N'a type of the CLR' ELSE N'an alias: its columns are of the type that it stands for' END AS reason, N'' AS remedy FROM sys.types AS y JOIN sys.schemas AS s ON s.schema_id = y.schema_id WHERE s.name = ? AND y.is_user_defined = 1 ORDER BY y.name;

-- catalog: not carried over 4
SELECT N'system versioning' AS kind, t.name AS table_name, t.name AS name, CASE WHEN t.temporal_type = 1 THEN N'a table of history becomes a plain table' ELSE N'its history is not written any more' END AS reason, N'' AS remedy FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' AND t.temporal_type <> 0 ORDER BY t.name;

-- catalog: not carried over 5
SELECT N'storage' AS kind, t.name AS table_name, t.name AS name, N'kept in memory in the source, on disk in the target' AS reason, N'' AS remedy FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' AND t.is_memory_optimized = 1 ORDER BY t.name;

-- catalog: not carried over 6
SELECT CASE WHEN c.is_masked = 1 THEN N'mask' ELSE N'sparse column' END AS kind, t.name AS table_name, c.name AS name, CASE WHEN c.is_masked = 1 THEN N'its values come as this user sees them, masked unless the user may unmask; the target has no mask' ELSE N'an ordinary column in the target' END AS reason, CASE WHEN c.is_masked = 1 THEN N'grant UNMASK to the user' ELSE N'' END AS remedy FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.columns AS c ON c.object_id = t.object_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' AND (c.is_masked = 1 OR c.is_sparse = 1) ORDER BY t.name, c.column_id;

-- catalog: not carried over 7
SELECT N'partitioning' AS kind, t.name AS table_name, t.name AS name, N'its partitions become one plain table' AS reason, N'' AS remedy FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.partitions AS p ON p.object_id = t.object_id AND p.index_id IN (0, 1) WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' GROUP BY t.name HAVING COUNT(*) > 1 ORDER BY t.name;

-- catalog: not carried over 8
SELECT N'full text index' AS kind, t.name AS table_name, t.name AS name, N'dmt does not carry over full text indexes' AS reason, N'create one in the target' AS remedy FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.fulltext_indexes AS f ON f.object_id = t.object_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' ORDER BY t.name;

-- catalog: not carried over 9
SELECT N'security policy' AS kind, t.name AS table_name, p.name AS name, N'only the rows that this user sees are moved, and all see them in the target' AS reason, N'create it in the target' AS remedy FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id JOIN sys.security_predicates AS r ON r.target_object_id = t.object_id JOIN sys.security_policies AS p ON p.object_id = r.object_id WHERE s.name = ? AND t.is_ms_shipped = 0 AND t.name <> N'dmt_ledger' ORDER BY t.name, p.name;
