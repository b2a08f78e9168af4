package dev.dmt.engine.mysql;

import dev.dmt.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Opens the snapshots of several sessions so that all see one state, by the best means that the user is granted. */
final class LockWindow {
    private static final String SNAPSHOT = "START TRANSACTION WITH CONSISTENT SNAPSHOT";
    private static final int TRIES = 20;
    private static final int SETTLING_MILLIS = 50;
    private static final int MANY_TRIES = 100;
    private static final int FEWEST = 3;
    private static final String ALIKE = "one snapshot a process: all that a process reads is of one moment";
    private static final String BY_LOG = " (its sessions began at one position of the server's binary log)";

    private final Connection control;
    private final List<Connection> sessions;
    private final String schema;

    LockWindow(Connection control, List<Connection> sessions, String schema) {
        this.control = control;
        this.sessions = sessions;
        this.schema = schema;
    }

    /** Opens as many of them as can be had alike. */
    Opened open() throws SQLException {
        if (underLock("FLUSH TABLES WITH READ LOCK")) {
            return all(ALIKE + " (all tables were locked for reading while its sessions began)");
        }
        if (byPosition()) {
            return all(ALIKE + BY_LOG);
        }
        Optional<String> tables = tables();
        if (tables.isEmpty() || underLock("LOCK TABLES " + tables.get())) {
            return all(ALIKE + " (the database's tables were locked for reading while its sessions began)");
        }
        Optional<Opened> some = someByPosition();
        if (some.isPresent()) {
            return some.get();
        }
        beginAll();
        return all("each session reads one snapshot, but they may be moments apart: the user may neither lock tables"
                + " (RELOAD, or LOCK TABLES on the database) nor does the server keep a binary log to compare; stop"
                + " writers during the run");
    }

    private Opened all(String guarantee) {
        return new Opened(sessions, guarantee);
    }

    /** Where others write without a pause: the most that happened to begin between two of their commits. */
    private Optional<Opened> someByPosition() throws SQLException {
        if (!Product.of(control).mariaDb()) {
            return Optional.empty();
        }
        for (int number = 0; number < MANY_TRIES; number++) {
            beginAll();
            Map<String, List<Connection>> alike = new HashMap<>();
            for (Connection session : sessions) {
                alike.computeIfAbsent(snapshotPosition(session), position -> new ArrayList<>())
                        .add(session);
            }
            alike.remove("");
            Optional<List<Connection>> most = alike.values().stream().max(Comparator.comparingInt(List::size));
            if (most.filter(group -> group.size() >= FEWEST).isPresent()) {
                return Optional.of(new Opened(most.get(), ALIKE + BY_LOG));
            }
        }
        return Optional.empty();
    }

    /** False where the user may not, or where others keep the lock from us. */
    private boolean underLock(String lock) throws SQLException {
        try (Statement statement = control.createStatement()) {
            statement.execute("SET lock_wait_timeout = 20");
            try {
                statement.execute(lock);
            } catch (SQLException e) {
                if (e.getErrorCode() == FailureCodes.LOCK_TIMEOUT
                        || FailureCodes.meaning(e.getErrorCode(), "HY000") == ErrorCode.PERMISSION) {
                    return false;
                }
                throw e;
            }
            try {
                beginAll();
            } finally {
                statement.execute("UNLOCK TABLES");
            }
            return true;
        }
    }

    private void beginAll() throws SQLException {
        for (Connection session : sessions) {
            try (Statement statement = session.createStatement()) {
                statement.execute(SNAPSHOT);
            }
        }
    }

    /** Between the first session and the last nothing may have been committed. */
    private boolean byPosition() throws SQLException {
        boolean mariaDb = Product.of(control).mariaDb();
        if (!mariaDb && !ask(control, "SELECT @@gtid_mode").equals("ON")) {
            return false;
        }
        for (int number = 0; number < TRIES; number++) {
            Set<String> positions = new HashSet<>();
            if (mariaDb) {
                beginAll();
                for (Connection session : sessions) {
                    positions.add(snapshotPosition(session));
                }
            } else {
                positions.add(ask(control, "SELECT @@global.gtid_executed"));
                beginAll();
                pause();
                positions.add(ask(control, "SELECT @@global.gtid_executed"));
            }
            if (positions.contains("")) {
                return false;
            } else if (positions.size() == 1) {
                return true;
            }
        }
        return false;
    }

    /** As MariaDB notes it with the snapshot itself; empty where there is no binary log. */
    private static String snapshotPosition(Connection session) throws SQLException {
        return new CatalogRows(session)
                        .list(
                                "SHOW STATUS LIKE 'binlog\\_snapshot\\_%'",
                                row -> row.getString(1).toLowerCase(java.util.Locale.ROOT) + "=" + row.getString(2))
                        .stream()
                        .filter(text -> text.contains("snapshot_file=") || text.contains("snapshot_position="))
                        .filter(text -> !text.endsWith("=") && !text.endsWith("=0"))
                        .collect(Collectors.joining(","));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try {
            return new CatalogRows(connection).first(query).orElse("");
        } catch (SQLException e) {
            if (e.getErrorCode() == Product.UNKNOWN_VARIABLE) {
                return "";
            }
            throw e;
        }
    }

    private Optional<String> tables() throws SQLException {
        List<String> names = new CatalogRows(control).list(CatalogQueries.TABLES, row -> row.getString(1), schema);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.stream()
                        .map(name -> MysqlIdentifiers.quote(schema) + "." + MysqlIdentifiers.quote(name) + " READ")
                        .collect(Collectors.joining(", ")));
    }

    /** The sessions that see one state, or nearly so, as it is said. */
    record Opened(List<Connection> sessions, String guarantee) {
        Opened {
            sessions = List.copyOf(sessions);
        }
    }
}
