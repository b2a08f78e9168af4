package dev.dmt.engine.mysql;

import dev.dmt.engine.jdbc.LedgerWords;
import dev.dmt.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ledger's table in a database. */
record MysqlLedger(String schema) implements LedgerWords {
    /** A table that another session is making at this moment may be told of in several ways. */
    private static final int EXISTS = 1050;

    private static final String UNKNOWN = "held";

    @Override
    public String table() {
        return MysqlIdentifiers.quote(new TableName(schema, CatalogQueries.LEDGER));
    }

    @Override
    public List<String> create() {
        return List.of(
                "CREATE DATABASE IF NOT EXISTS " + MysqlIdentifiers.quote(schema) + " CHARACTER SET utf8mb4 COLLATE "
                        + ColumnSpelling.EXACT,
                "CREATE TABLE IF NOT EXISTS " + table() + " (run_id varchar(200) NOT NULL, unit varchar(500) NOT NULL,"
                        + " target_table varchar(200), owner varchar(500) NOT NULL, session_mark varchar(100),"
                        + " watermark longtext, done tinyint NOT NULL, epoch bigint NOT NULL, lease_until bigint NOT NULL,"
                        + " chunk bigint NOT NULL, rows_read bigint NOT NULL, rows_written bigint NOT NULL,"
                        + " rows_rejected bigint NOT NULL, updated_at bigint NOT NULL, PRIMARY KEY (run_id, unit))"
                        + " ENGINE = InnoDB ROW_FORMAT = DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE "
                        + ColumnSpelling.EXACT);
    }

    @Override
    public String drop() {
        return "DROP TABLE IF EXISTS " + table();
    }

    @Override
    public boolean isThereAlready(SQLException e) {
        return e.getErrorCode() == EXISTS;
    }

    @Override
    public String now() {
        return "CAST(UNIX_TIMESTAMP(SYSDATE(3)) * 1000 AS SIGNED)";
    }

    /** A lock by a name of its own, which ends with the session; empty where the server gives none. */
    @Override
    public String sessionMark(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Optional<String> mark = first(statement, "SELECT @dmt_session");
            if (mark.isPresent()) {
                return mark.get();
            }
            String fresh = "dmt_" + UUID.randomUUID();
            boolean locked = first(statement, "SELECT GET_LOCK('" + fresh + "', 0)")
                    .filter("1"::equals)
                    .isPresent();
            statement.execute("SET @dmt_session = '" + (locked ? fresh : UNKNOWN) + "'");
            return locked ? fresh : UNKNOWN;
        }
    }

    private static Optional<String> first(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
        }
    }

    @Override
    public boolean isAlive(Connection connection, String sessionMark) throws SQLException {
        if (sessionMark.equals(UNKNOWN)) {
            return true;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT IS_USED_LOCK(?)")) {
            statement.setString(1, sessionMark);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getString(1) != null;
            }
        }
    }

    @Override
    public String literal(String text) {
        return MysqlIdentifiers.literal(text);
    }

    @Override
    public boolean ddlIsTransactional() {
        return false;
    }
}
