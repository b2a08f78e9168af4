package dev.dmt.engine.postgres;

import dev.dmt.engine.TableLoad;
import dev.dmt.engine.jdbc.TargetWork;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Loads by COPY. */
final class PostgresWork implements TargetWork {
    @Override
    public long load(Connection connection, TableLoad load, InputStream chunk) throws SQLException, IOException {
        return new ChunkCopy(connection, load).run(chunk);
    }

    @Override
    public void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
        }
    }
}
