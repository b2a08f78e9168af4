package dev.dmt.engine.mssql;

import dev.dmt.engine.TableLoad;
import dev.dmt.engine.jdbc.TargetWork;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads in bulk, and runs statements to their very end. */
final class MssqlWork implements TargetWork {
    private static final Logger LOG = LoggerFactory.getLogger(MssqlWork.class);

    @Override
    public long load(Connection connection, TableLoad load, InputStream chunk) throws SQLException {
        return new ChunkLoad(connection, load).run(chunk);
    }

    @Override
    public void execute(Statement statement, String sql) throws SQLException {
        try {
            drain(statement, sql);
        } catch (SQLException e) {
            boolean spared = Statistics.isUpdate(sql) || OwnObjectsDdl.isComment(sql);
            if (!spared || !ErrorNumber.isRefusedQuestion(e)) {
                throw e;
            }
            LOG.info("the server takes no statistics or comments (error {})", e.getErrorCode());
        }
    }

    /** An error of a later statement in the batch shows only when all before it has been read. */
    private static void drain(Statement statement, String sql) throws SQLException {
        boolean rows = statement.execute(sql);
        while (rows || statement.getUpdateCount() != -1) {
            rows = statement.getMoreResults();
        }
    }
}
