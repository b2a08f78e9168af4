package dev.dmt.engine.mysql;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The target's side of {@code dmt check}. */
record TargetChecks(Connection connection, String schema) {
    private static final String DENIED =
            "grant CREATE, ALTER, DROP, INDEX, REFERENCES, SELECT, INSERT, UPDATE, DELETE and"
                    + " CREATE TEMPORARY TABLES on the database";

    List<CheckFinding> run() throws SQLException {
        return List.of(
                CheckFinding.good("version", Product.of(connection).text()),
                database(),
                CheckFinding.good(
                        "bulk load",
                        ask("SELECT @@local_infile").equals("0")
                                ? "the server takes no files of its clients (local_infile is off): rows are inserted,"
                                        + " which is slower"
                                : "LOAD DATA LOCAL"),
                CheckFinding.good("largest packet", ask("SELECT @@max_allowed_packet") + " bytes"),
                CheckFinding.good("free space", "unknown: the server does not tell"),
                content());
    }

    private CheckFinding database() throws SQLException {
        String subject = "database " + schema;
        boolean there = new CatalogRows(connection)
                .any("SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?", schema);
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            return new CheckFinding(
                    subject, "the user lacks " + missing.get() + " on it", Optional.of(ErrorCode.PERMISSION), DENIED);
        }
        return CheckFinding.good(subject, there ? "is there; tables may be created" : "is not there; will be created");
    }

    /** Rights that neither all databases nor this one grant; roles that are not active do not count. */
    private Optional<String> missing() throws SQLException {
        CatalogRows rows = new CatalogRows(connection);
        List<String> lacking = new ArrayList<>();
        String user = "CONCAT('''', REPLACE(CURRENT_USER(), '@', '''@'''), '''')";
        for (String right : List.of("CREATE", "ALTER", "DROP", "INSERT", "SELECT", "CREATE TEMPORARY TABLES")) {
            boolean granted = rows.any(
                            "SELECT 1 FROM information_schema.USER_PRIVILEGES WHERE PRIVILEGE_TYPE = ? AND GRANTEE = "
                                    + user,
                            right)
                    || rows.any(
                            "SELECT 1 FROM information_schema.SCHEMA_PRIVILEGES WHERE PRIVILEGE_TYPE = ?"
                                    + " AND ? LIKE TABLE_SCHEMA",
                            right,
                            schema);
            if (!granted) {
                lacking.add(right);
            }
        }
        return lacking.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lacking));
    }

    private CheckFinding content() throws SQLException {
        CatalogRows rows = new CatalogRows(connection);
        List<String> full = new ArrayList<>();
        for (String name : rows.list(CatalogQueries.TABLES, row -> row.getString(1), schema)) {
            if (rows.any("SELECT 1 FROM " + MysqlIdentifiers.quote(schema) + "." + MysqlIdentifiers.quote(name)
                    + " LIMIT 1")) {
                full.add(name);
            }
        }
        return CheckFinding.good("tables with rows", full.isEmpty() ? "none" : String.join(", ", full));
    }

    private String ask(String sql) throws SQLException {
        return new CatalogRows(connection).first(sql).orElse("");
    }
}
