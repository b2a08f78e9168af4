package dev.dmt.engine.mysql;

import com.mysql.cj.jdbc.JdbcStatement;
import dev.dmt.engine.TableLoad;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Loads one chunk, straight or by way of a temporary table. */
final class ChunkLoad {
    private static final String INTEGRITY = "23000";

    private final Connection connection;
    private final TableLoad load;
    private final LoadClause clause;

    ChunkLoad(Connection connection, TableLoad load) {
        this.connection = connection;
        this.load = load;
        this.clause = new LoadClause(load.columns(), load.types());
    }

    long run(InputStream chunk) throws SQLException, IOException {
        String table = MysqlIdentifiers.quote(load.table().name());
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // What is computed of a row may be rounded, and is warned of as if it had been sent.
            boolean computed = load.table().columns().stream()
                    .anyMatch(column -> column.generated().isPresent());
            if (!load.upsert() && !computed) {
                return into(statement, table, "", chunk);
            }
            ChunkMerge merge = new ChunkMerge(load);
            statement.execute(ChunkMerge.dropLeft());
            statement.execute(merge.create());
            // A key that comes more than once: the last row wins.
            long taken = into(statement, ChunkMerge.STAGING, load.upsert() ? " REPLACE" : "", chunk);
            for (String sql : merge.statements()) {
                statement.executeUpdate(sql);
            }
            statement.execute(merge.drop());
            return taken;
        }
    }

    private long into(Statement statement, String table, String how, InputStream chunk)
            throws SQLException, IOException {
        if (!takesFiles(statement)) {
            return new InsertedRows(statement, load).into(table, how.isEmpty() ? "INSERT" : "REPLACE", chunk);
        }
        CountedChunk counted = new CountedChunk(chunk);
        statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(counted);
        // A driver whose connection broke has no session any more to take the stream back from: it is left there.
        long taken = statement.executeLargeUpdate(clause.load(table, how));
        statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(null);
        counted.requireWhole();
        refuseWarnings(statement);
        if (how.isEmpty() ? taken != counted.rows() : taken < counted.rows()) {
            throw new SQLException("the server took fewer rows than it was sent", INTEGRITY, FailureCodes.ROWS_LOST);
        }
        return counted.rows();
    }

    /** From a client's file the server takes what it can, and speaks of the rest in warnings alone. */
    private static void refuseWarnings(Statement statement) throws SQLException {
        try (ResultSet warnings = statement.executeQuery("SHOW WARNINGS")) {
            if (warnings.next()) {
                throw new SQLException(warnings.getString(3), INTEGRITY, warnings.getInt(2));
            }
        }
    }

    private static boolean takesFiles(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT @@local_infile")) {
            return result.next() && result.getInt(1) != 0;
        }
    }
}
