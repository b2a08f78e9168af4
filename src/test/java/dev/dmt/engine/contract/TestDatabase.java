package dev.dmt.engine.contract;

import dev.dmt.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database or schema of a test's own, and the plain driver's way to it.
 *
 * @param drop leaves nothing behind
 */
record TestDatabase(DatabaseConfig config, Connect plain, Dialect dialect, Runnable drop) implements AutoCloseable {
    /** A connection that has nothing to do with dmt's own. */
    Connection connect() {
        try {
            return plain.open();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows as text, columns joined by a bar, NULL as ∅. */
    List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    row.append(i == 1 ? "" : "|").append(value == null ? "∅" : value);
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A name as SQL has it: quoted, and in the test's own schema. */
    String table(String name) {
        return config.schema().isEmpty()
                ? dialect.quote(name)
                : dialect.quote(config.schema()) + "." + dialect.quote(name);
    }

    /** The ledger's table. */
    String ledger() {
        return table(dialect.ledger());
    }

    @Override
    public void close() {
        drop.run();
    }

    /** The plain driver. */
    interface Connect {
        Connection open() throws SQLException;
    }

    /**
     * Words of the engine that tests say behind dmt's back.
     *
     * @param open the quote before a name
     * @param close the quote after a name
     * @param leaseOver what lease_until of the ledger is set to so that all leases are over
     * @param ledger the name of the ledger's table
     */
    record Dialect(String open, String close, String leaseOver, String ledger) {
        Dialect(String open, String close, String leaseOver) {
            this(open, close, leaseOver, "dmt_ledger");
        }

        String quote(String name) {
            return open + name.replace(close, close + close) + close;
        }
    }
}
