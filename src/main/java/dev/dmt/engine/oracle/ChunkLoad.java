package dev.dmt.engine.oracle;

import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.rows.CsvRows;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import oracle.jdbc.OraclePreparedStatement;

/** Sends one chunk through one statement, many rows at a time. */
record ChunkLoad(Connection connection, TableLoad load, List<ColumnBind> binds) {
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_VALUES = 100_000;
    private static final int MOST_LOCATORS = 200;

    /** @param atOnce all rows in one execution, however many */
    long run(String sql, InputStream chunk, boolean atOnce) throws SQLException {
        try (RowCursor rows = new CsvRows(chunk, load.types(), OracleDialect.WIRE);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            BoundRow row = new BoundRow(connection, statement.unwrap(OraclePreparedStatement.class), rows);
            int most = atOnce ? Integer.MAX_VALUE : mostAtOnce();
            BitSet form = new BitSet();
            long taken = 0;
            int pending = 0;
            while (rows.next()) {
                BitSet wanted = form(row);
                int room = wanted.isEmpty() ? most : Math.min(most, MOST_LOCATORS);
                // A batch whose rows bind a parameter by different types is not one the driver sends as it should.
                if (pending > 0 && (pending >= room || !wanted.equals(form))) {
                    taken += send(statement, row, pending);
                    pending = 0;
                }
                form = wanted;
                bind(row);
                statement.addBatch();
                pending++;
            }
            return pending == 0 ? taken : taken + send(statement, row, pending);
        }
    }

    private int mostAtOnce() {
        boolean locators = binds.stream().anyMatch(ColumnBind::isLocator);
        return locators ? MOST_LOCATORS : Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / binds.size()));
    }

    private BitSet form(BoundRow row) {
        BitSet form = new BitSet();
        for (int column = 0; column < binds.size(); column++) {
            if (binds.get(column).needsLocator(row, column)) {
                form.set(column);
            }
        }
        return form;
    }

    private void bind(BoundRow row) throws SQLException {
        int place = 1;
        for (int column = 0; column < binds.size(); column++) {
            place = binds.get(column).bind(row, place, column);
        }
    }

    /** What is merged and left as it is counts as taken. */
    private long send(PreparedStatement statement, BoundRow row, int pending) throws SQLException {
        int[] counts = statement.executeBatch();
        row.release();
        if (load.upsert()) {
            return pending;
        }
        long taken = 0;
        for (int count : counts) {
            taken += count == PreparedStatement.SUCCESS_NO_INFO ? 1 : count;
        }
        return taken;
    }
}
