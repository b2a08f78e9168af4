package dev.dmt.engine.postgres;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The target's side of {@code dmt check}. */
record TargetChecks(Connection connection, String schema) {
    static final int OLDEST_MAJOR = 14;

    List<CheckFinding> run() throws SQLException {
        return List.of(
                version(),
                encoding(),
                schemaRights(),
                temporaryTables(),
                CheckFinding.good("WAL level", ask("SHOW wal_level")),
                CheckFinding.good("free space", "unknown: PostgreSQL does not tell"),
                content());
    }

    private CheckFinding version() throws SQLException {
        int number = Integer.parseInt(ask("SHOW server_version_num"));
        String text = "PostgreSQL " + ask("SHOW server_version");
        return number / 10_000 >= OLDEST_MAJOR
                ? CheckFinding.good("version", text)
                : bad("version", text, ErrorCode.CONFIG, "dmt needs PostgreSQL 14 or newer");
    }

    private CheckFinding encoding() throws SQLException {
        String encoding = ask("SHOW server_encoding");
        return encoding.equals("UTF8")
                ? CheckFinding.good("encoding", encoding)
                : bad("encoding", encoding, ErrorCode.CONFIG, "create the database with ENCODING 'UTF8'");
    }

    private CheckFinding schemaRights() throws SQLException {
        String subject = "schema " + schema;
        if (ask("SELECT count(*) FROM pg_namespace WHERE nspname = ?", schema).equals("0")) {
            return yes("SELECT has_database_privilege(current_database(), 'CREATE')")
                    ? CheckFinding.good(subject, "is not there; will be created")
                    : bad(
                            subject,
                            "is not there, and may not be created",
                            ErrorCode.PERMISSION,
                            "grant CREATE on the database, or create the schema");
        }
        return yes("SELECT has_schema_privilege(?, 'CREATE') AND has_schema_privilege(?, 'USAGE')", schema, schema)
                ? CheckFinding.good(subject, "is there; tables may be created")
                : bad(
                        subject,
                        "is there, but no table may be created in it",
                        ErrorCode.PERMISSION,
                        "grant USAGE, CREATE on the schema");
    }

    private CheckFinding temporaryTables() throws SQLException {
        return yes("SELECT has_database_privilege(current_database(), 'TEMPORARY')")
                ? CheckFinding.good("temporary tables", "allowed")
                : CheckFinding.good("temporary tables", "not allowed: target_mode upsert will not work");
    }

    private CheckFinding content() throws SQLException {
        List<String> full = new ArrayList<>();
        try (PreparedStatement tables = connection.prepareStatement("SELECT c.relname FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind IN ('r', 'p')"
                + " AND c.relname <> ? AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1")) {
            tables.setString(1, schema);
            tables.setString(2, LedgerTable.NAME);
            List<String> names = new ArrayList<>();
            try (ResultSet result = tables.executeQuery()) {
                while (result.next()) {
                    names.add(result.getString(1));
                }
            }
            for (String name : names) {
                String table = PostgresIdentifiers.quote(schema) + "." + PostgresIdentifiers.quote(name);
                if (yes("SELECT EXISTS (SELECT 1 FROM " + table + ")")) {
                    full.add(name);
                }
            }
        }
        return CheckFinding.good("tables with rows", full.isEmpty() ? "none" : String.join(", ", full));
    }

    private boolean yes(String sql, String... parameters) throws SQLException {
        return ask(sql, parameters).equals("t");
    }

    private String ask(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.ofNullable(result.getString(1)).orElse("") : "";
            }
        }
    }

    private static CheckFinding bad(String subject, String finding, ErrorCode code, String remedy) {
        return new CheckFinding(subject, finding, Optional.of(code), remedy);
    }
}
