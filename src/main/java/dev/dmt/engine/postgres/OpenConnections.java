package dev.dmt.engine.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** The driver's source of connections, which remembers those it gave, so that whoever waits on one can be freed. Thread-safe. */
final class OpenConnections extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final transient Set<Connection> open =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean ended;

    @Override
    public Connection getConnection() throws SQLException {
        return remembered(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return remembered(super.getConnection(user, password));
    }

    private Connection remembered(Connection connection) throws SQLException {
        open.add(connection);
        if (ended) {
            connection.close();
            throw new SQLException("the work is to stop", "57014");
        }
        return connection;
    }

    /** Asks the server to give up what it does for us; a connection on which nothing runs takes no notice. */
    void cancelStatements() {
        for (Connection connection : snapshot()) {
            // Each asks over a connection of its own, which a server that is beyond reach may keep waiting.
            daemon("dmt-cancel", () -> cancel(connection));
        }
    }

    /** Cuts all connections, and gives no more. The server rolls back what was under way. */
    void abort() {
        ended = true;
        snapshot().forEach(OpenConnections::abort);
    }

    private List<Connection> snapshot() {
        synchronized (open) {
            return List.copyOf(open);
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(task -> daemon("dmt-abort", task));
        } catch (SQLException e) {
            // It has been closed already.
            return;
        }
    }

    private static void cancel(Connection connection) {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            // It has been closed, or the server is gone: nothing runs there for us to wait on.
            return;
        }
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
