package dev.dmt.engine.mysql;

import dev.dmt.engine.TableLoad;
import dev.dmt.engine.jdbc.TargetWork;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Loads by LOAD DATA, and obeys the conditions of DDL. */
final class MysqlWork implements TargetWork {
    @Override
    public long load(Connection connection, TableLoad load, InputStream chunk) throws SQLException, IOException {
        return new ChunkLoad(connection, load).run(chunk);
    }

    @Override
    public void execute(Statement statement, String sql) throws SQLException {
        new GuardedExecution(statement).run(sql);
    }
}
