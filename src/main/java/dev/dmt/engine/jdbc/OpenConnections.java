package dev.dmt.engine.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The pool's source of connections, which remembers those it gave, so that whoever waits on one can be freed. Thread-safe. */
final class OpenConnections implements DataSource {
    private static final int CLOSING_SECONDS = 5;

    private final JdbcDriver driver;
    private final Set<Connection> open = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean ended;

    OpenConnections(JdbcDriver driver) {
        this.driver = driver;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect();
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
            // Each may ask over a connection of its own, which a server that is beyond reach may keep waiting.
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

    private void cancel(Connection connection) {
        try {
            driver.cancel(connection);
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

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the driver knows user and password");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("drivers log by themselves");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The pool passes on how long it waits; the driver has a limit of its own.
    }

    /** So long does a pool that closes wait for a connection that is being made. */
    @Override
    public int getLoginTimeout() {
        return CLOSING_SECONDS;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("there is no logger of ours");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("this is no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
