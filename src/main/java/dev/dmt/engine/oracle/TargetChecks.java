package dev.dmt.engine.oracle;

import dev.dmt.engine.CheckFinding;
import dev.dmt.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The target's side of {@code dmt check}. */
record TargetChecks(Connection connection, String schema) {
    private static final Set<String> UNICODE = Set.of("AL32UTF8", "UTF8");
    private static final String PARAMETER = "SELECT VALUE FROM NLS_DATABASE_PARAMETERS WHERE PARAMETER = ?";
    private static final String PRIVILEGE = "SELECT MIN(PRIVILEGE) FROM SESSION_PRIVS WHERE PRIVILEGE IN (?, ?)";

    List<CheckFinding> run() throws SQLException {
        List<CheckFinding> findings = new ArrayList<>();
        findings.add(CheckFinding.good(
                "version", connection.getMetaData().getDatabaseProductVersion().replace('\n', ' ')));
        findings.add(encoding());
        findings.add(there());
        findings.add(right("CREATE TABLE", "CREATE ANY TABLE"));
        findings.add(right("CREATE SEQUENCE", "CREATE ANY SEQUENCE"));
        findings.add(space());
        findings.add(content());
        return findings;
    }

    /** Of any other set the driver would make question marks of what it does not hold. */
    static Optional<String> narrowCharacters(Connection connection) throws SQLException {
        String set =
                OracleCatalog.first(connection, PARAMETER, "NLS_CHARACTERSET").orElse("");
        return UNICODE.contains(set) ? Optional.empty() : Optional.of(set);
    }

    private CheckFinding encoding() throws SQLException {
        Optional<String> narrow = narrowCharacters(connection);
        return narrow.isEmpty()
                ? CheckFinding.good("encoding", ask(PARAMETER, "NLS_CHARACTERSET"))
                : bad("encoding", narrow.get(), ErrorCode.CONFIG, "use a database with the character set AL32UTF8");
    }

    private CheckFinding there() throws SQLException {
        return ask("SELECT USERNAME FROM ALL_USERS WHERE USERNAME = ?", schema).isEmpty()
                ? bad(
                        "schema " + schema,
                        "is not there",
                        ErrorCode.CONFIG,
                        "an administrator must create the user: CREATE USER ... QUOTA UNLIMITED ON ...")
                : CheckFinding.good("schema " + schema, "is there");
    }

    private CheckFinding right(String own, String any) throws SQLException {
        boolean isOwn = ask("SELECT USER FROM DUAL").equals(schema);
        return ask(PRIVILEGE, isOwn ? own : any, any).isEmpty()
                ? bad(
                        "privilege",
                        "no " + (isOwn ? own : any),
                        ErrorCode.PERMISSION,
                        "GRANT " + (isOwn ? own : any) + " TO the user")
                : CheckFinding.good("privilege", isOwn ? own : any);
    }

    private CheckFinding space() throws SQLException {
        if (!ask(PRIVILEGE, "UNLIMITED TABLESPACE", "UNLIMITED TABLESPACE").isEmpty()) {
            return CheckFinding.good("quota", "unlimited");
        }
        String left = ask(
                "SELECT CASE WHEN MIN(MAX_BYTES) < 0 THEN 'unlimited' ELSE TO_CHAR(SUM(MAX_BYTES - BYTES)) || ' bytes"
                        + " left' END FROM USER_TS_QUOTAS HAVING COUNT(*) > 0");
        return left.isEmpty()
                ? bad("quota", "none", ErrorCode.PERMISSION, "ALTER USER ... QUOTA UNLIMITED ON its tablespace")
                : CheckFinding.good("quota", left);
    }

    private CheckFinding content() throws SQLException {
        String full = ask(
                "SELECT COUNT(*) FROM ALL_TABLES WHERE OWNER = ? AND NUM_ROWS > 0 AND TABLE_NAME <> ?",
                schema,
                OracleLedgerWords.TABLE);
        return CheckFinding.good("tables with rows", full + ", by the server's last statistics");
    }

    private String ask(String sql, String... parameters) throws SQLException {
        return OracleCatalog.first(connection, sql, parameters).orElse("");
    }

    private static CheckFinding bad(String subject, String finding, ErrorCode code, String remedy) {
        return new CheckFinding(subject, finding, Optional.of(code), remedy);
    }
}
