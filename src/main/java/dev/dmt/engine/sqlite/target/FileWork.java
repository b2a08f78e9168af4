package dev.dmt.engine.sqlite.target;

import dev.dmt.engine.TableLoad;
import dev.dmt.engine.jdbc.TargetWork;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Loads by prepared inserts, after taking its turn. */
record FileWork(WriteTurns turns) implements TargetWork {
    @Override
    public long load(Connection connection, TableLoad load, InputStream chunk) throws SQLException {
        turns.take(connection);
        return new ChunkInsert(load).run(connection, chunk);
    }

    @Override
    public void execute(Statement statement, String sql) throws SQLException {
        turns.take(statement.getConnection());
        GuardedSql.execute(statement, sql);
    }
}
