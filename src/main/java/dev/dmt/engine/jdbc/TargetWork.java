package dev.dmt.engine.jdbc;

import dev.dmt.engine.TableLoad;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What an engine does within the transaction of a unit. Thread-safe. */
public interface TargetWork {
    /** Loads a chunk and ends nothing; gives the rows that the database says it took. */
    long load(Connection connection, TableLoad load, InputStream chunk) throws SQLException, IOException;

    /** Asks what is otherwise asked at the commit: deferred constraints. */
    default void settle(Connection connection) throws SQLException {}

    /** Runs a statement of {@link dev.dmt.engine.Ddl}; where the engine cannot guard one in SQL, it is guarded here. */
    default void execute(Statement statement, String sql) throws SQLException {
        statement.execute(sql);
    }
}
