package dev.dmt.engine.oracle;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.jdbc.TargetWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Loads by arrays of bound values. A chunk of a fitting size and plain types goes by the direct path: all of it at once, as
 * a transaction may not touch a table again that it has loaded so.
 */
final class OracleWork implements TargetWork {
    private static final int LEAST_DIRECT = 1 << 20;
    private static final int MOST_DIRECT = 32 << 20;
    private static final int READ_AFTER_DIRECT = 12_838;

    /** Shared by all sessions: what the server refuses once it is not asked for again. */
    private volatile boolean direct;

    OracleWork(DatabaseConfig config) {
        direct = Boolean.parseBoolean(config.properties().getOrDefault(DriverProperties.DIRECT_PATH, "true"));
    }

    @Override
    public long load(Connection connection, TableLoad load, InputStream chunk) throws SQLException, IOException {
        LoadText text = LoadText.of(load);
        if (load.upsert()) {
            return new ChunkLoad(connection, load, text.binds()).run(text.merge(), chunk, false);
        }
        if (!direct || text.hasLargeColumns()) {
            return new ChunkLoad(connection, load, text.binds()).run(text.insert(false), chunk, false);
        }
        byte[] head = chunk.readNBytes(MOST_DIRECT + 1);
        boolean fits = head.length >= LEAST_DIRECT && head.length <= MOST_DIRECT;
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), chunk);
        try {
            return new ChunkLoad(connection, load, text.binds()).run(text.insert(fits), whole, fits);
        } catch (SQLException e) {
            direct = direct && e.getErrorCode() != READ_AFTER_DIRECT;
            throw e;
        }
    }

    @Override
    public void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
        }
    }
}
