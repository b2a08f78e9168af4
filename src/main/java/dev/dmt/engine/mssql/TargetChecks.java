package dev.dmt.engine.mssql;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The target's side of {@code dmt check}. */
record TargetChecks(Connection connection, String schema) {
    private static final String UNKNOWN = "unknown: the server does not say";

    List<CheckFinding> run() throws SQLException {
        return List.of(
                version(),
                CheckFinding.good(
                        "collation",
                        ask("SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation') AS nvarchar(128))")
                                .orElse(UNKNOWN)),
                CheckFinding.good(
                        "recovery model",
                        ask("SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'Recovery') AS nvarchar(128))")
                                        .orElse(UNKNOWN)
                                + "; loading is logged least in SIMPLE or BULK_LOGGED"),
                tableRights(),
                schemaRights(),
                CheckFinding.good("free space", freeSpace()),
                content());
    }

    private CheckFinding version() throws SQLException {
        String text = "SQL Server " + connection.getMetaData().getDatabaseProductVersion();
        return MssqlConnections.isSupported(connection)
                ? CheckFinding.good("version", text)
                : bad("version", text, ErrorCode.CONFIG, "dmt needs SQL Server 2016 or newer");
    }

    private CheckFinding tableRights() throws SQLException {
        return allowed("DATABASE", "", "CREATE TABLE")
                ? CheckFinding.good("tables", "may be created")
                : bad("tables", "may not be created", ErrorCode.PERMISSION, "grant CREATE TABLE in the database");
    }

    private CheckFinding schemaRights() throws SQLException {
        String subject = "schema " + schema;
        boolean there = !new Catalog(connection)
                .list("SELECT name FROM sys.schemas WHERE name = ?", row -> row.getString(1), schema)
                .isEmpty();
        if (!there) {
            return allowed("DATABASE", "", "CREATE SCHEMA")
                    ? CheckFinding.good(subject, "is not there; will be created")
                    : bad(
                            subject,
                            "is not there, and may not be created",
                            ErrorCode.PERMISSION,
                            "grant CREATE SCHEMA in the database, or create the schema");
        }
        return allowed("SCHEMA", Identifiers.quote(schema), "ALTER")
                ? CheckFinding.good(subject, "is there; tables may be created")
                : bad(
                        subject,
                        "is there, but no table may be created in it",
                        ErrorCode.PERMISSION,
                        "grant ALTER, SELECT, INSERT, UPDATE, DELETE, REFERENCES on the schema");
    }

    /** What does not say is taken to allow: the step that is refused says so. */
    private boolean allowed(String kind, String what, String right) throws SQLException {
        List<Integer> answer = new Catalog(connection)
                .listIfAny(
                        "SELECT HAS_PERMS_BY_NAME(CASE WHEN ? = N'' THEN DB_NAME() ELSE ? END, ?, ?)",
                        row -> row.getObject(1) == null ? 1 : row.getInt(1),
                        what,
                        what,
                        kind,
                        right);
        return answer.isEmpty() || answer.get(0) == 1;
    }

    private String freeSpace() throws SQLException {
        return ask("SELECT CONCAT(SUM(CAST(size AS bigint) - CAST(FILEPROPERTY(name, 'SpaceUsed') AS bigint)) / 128,"
                        + " N' MiB free within the files of the database, which may grow') FROM sys.database_files"
                        + " WHERE type = 0")
                .orElse(UNKNOWN);
    }

    private CheckFinding content() throws SQLException {
        Catalog catalog = new Catalog(connection);
        List<String> names = catalog.list(
                "SELECT t.name FROM sys.tables AS t JOIN sys.schemas AS s ON s.schema_id = t.schema_id WHERE s.name = ?"
                        + " AND t.is_ms_shipped = 0 AND t.name <> N'" + LedgerTable.NAME + "' ORDER BY t.name",
                row -> row.getString(1),
                schema);
        List<String> full = new ArrayList<>();
        for (String name : names) {
            String table = Identifiers.quote(new TableName(schema, name));
            if (!catalog.listIfAny("SELECT TOP (1) 1 FROM " + table, row -> row.getInt(1))
                    .isEmpty()) {
                full.add(name);
            }
        }
        return CheckFinding.good("tables with rows", full.isEmpty() ? "none" : String.join(", ", full));
    }

    private Optional<String> ask(String sql) throws SQLException {
        return new Catalog(connection)
                .listIfAny(sql, row -> Optional.ofNullable(row.getString(1))).stream()
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static CheckFinding bad(String subject, String finding, ErrorCode code, String remedy) {
        return new CheckFinding(subject, finding, Optional.of(code), remedy);
    }
}
