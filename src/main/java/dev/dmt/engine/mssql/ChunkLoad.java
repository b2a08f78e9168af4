package dev.dmt.engine.mssql;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerBulkCopy;
import com.microsoft.sqlserver.jdbc.SQLServerBulkCopyOptions;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.rows.CsvRows;
import dev.dmt.error.DmtException;
import dev.dmt.schema.LogicalType;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads one chunk into its table in bulk, straight or by way of a temporary table. */
final class ChunkLoad {
    private final Connection connection;
    private final TableLoad load;
    private final Map<String, TargetColumn> present;
    private final List<LoadColumn> columns;

    ChunkLoad(Connection connection, TableLoad load) throws SQLException {
        this.connection = connection;
        this.load = load;
        this.present = TargetColumn.of(connection, load.table().name());
        this.columns = columns(load, present);
    }

    private static List<LoadColumn> columns(TableLoad load, Map<String, TargetColumn> present) {
        List<LoadColumn> columns = new ArrayList<>();
        for (int i = 0; i < load.columns().size(); i++) {
            String name = load.columns().get(i);
            LogicalType type = load.types().get(i);
            boolean lossy = Optional.ofNullable(present.get(name))
                    .filter(column -> column.isLossyFor(type))
                    .isPresent();
            columns.add(LoadColumn.of(name, type, lossy));
        }
        return List.copyOf(columns);
    }

    long run(InputStream chunk) throws SQLException {
        boolean staged = load.upsert() || columns.stream().anyMatch(LoadColumn::needsReading);
        if (!staged) {
            return copyInto(Identifiers.quote(load.table().name()), chunk, true);
        }
        StagedRows rows = new StagedRows(load, columns, present);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : rows.create()) {
                statement.execute(sql);
            }
            long taken = copyInto(Identifiers.quote(StagedRows.STAGING), chunk, false);
            for (String sql : statements(rows)) {
                statement.execute(sql);
            }
            return taken;
        }
    }

    private List<String> statements(StagedRows rows) {
        List<String> statements = new ArrayList<>();
        if (load.upsert()) {
            statements.add(rows.keepLast());
            rows.update().ifPresent(statements::add);
        }
        rows.identityInsert(true).ifPresent(statements::add);
        statements.add(load.upsert() ? rows.insertMissing() : rows.insert());
        rows.identityInsert(false).ifPresent(statements::add);
        statements.add(rows.drop());
        return statements;
    }

    private long copyInto(String table, InputStream chunk, boolean keepIdentity) throws SQLException {
        BulkRows rows = new BulkRows(new CsvRows(chunk, load.types(), MssqlDialect.WIRE), columns);
        try (SQLServerBulkCopy copy = new SQLServerBulkCopy(connection.unwrap(ISQLServerConnection.class))) {
            copy.setBulkCopyOptions(options(keepIdentity));
            copy.setDestinationTableName(table);
            for (int i = 0; i < columns.size(); i++) {
                copy.addColumnMapping(i + 1, columns.get(i).name());
            }
            copy.writeToServer(rows);
            return rows.count();
        } catch (SQLException e) {
            throw ours(e).map(failure -> (RuntimeException) failure).orElseThrow(() -> e);
        }
    }

    /** All rows in one batch of our own transaction, checks and NULLs as they would be for any other row. */
    private static SQLServerBulkCopyOptions options(boolean keepIdentity) throws SQLException {
        SQLServerBulkCopyOptions options = new SQLServerBulkCopyOptions();
        options.setBatchSize(0);
        options.setBulkCopyTimeout(0);
        options.setUseInternalTransaction(false);
        options.setTableLock(true);
        options.setKeepIdentity(keepIdentity);
        options.setKeepNulls(true);
        options.setCheckConstraints(true);
        return options;
    }

    /** What went wrong with the chunk itself, and not in the database. */
    private static Optional<DmtException> ours(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DmtException failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }
}
