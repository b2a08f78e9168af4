package dev.dmt.engine.mssql;

import com.microsoft.sqlserver.jdbc.ISQLServerBulkData;
import dev.dmt.engine.rows.CsvRows;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A chunk's rows as the driver's bulk copy takes them: it wants objects. One thread's own. */
final class BulkRows implements ISQLServerBulkData {
    private static final long serialVersionUID = 1L;

    private final transient CsvRows rows;
    private final transient List<LoadColumn> columns;
    private final transient LoadValue[] values;
    private final transient Object[] row;

    BulkRows(CsvRows rows, List<LoadColumn> columns) {
        this.rows = rows;
        this.columns = columns;
        this.values = new LoadValue[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = new LoadValue(rows, i, columns.get(i));
        }
        this.row = new Object[columns.size()];
    }

    /** How many have been handed over. */
    long count() {
        return rows.rowNumber();
    }

    @Override
    public Set<Integer> getColumnOrdinals() {
        Set<Integer> ordinals = new LinkedHashSet<>();
        for (int ordinal = 1; ordinal <= columns.size(); ordinal++) {
            ordinals.add(ordinal);
        }
        return ordinals;
    }

    @Override
    public String getColumnName(int column) {
        return columns.get(column - 1).name();
    }

    @Override
    public int getColumnType(int column) {
        return columns.get(column - 1).sqlType();
    }

    @Override
    public int getPrecision(int column) {
        return columns.get(column - 1).precision();
    }

    @Override
    public int getScale(int column) {
        return columns.get(column - 1).scale();
    }

    @Override
    public boolean next() throws SQLException {
        try {
            return rows.next();
        } catch (RuntimeException e) {
            // The driver ends what it has begun for its own kind of exception alone.
            throw new SQLException("the chunk cannot be read", e);
        }
    }

    @SuppressWarnings("NullAway") // the driver's array holds NULLs, and its interface does not say so
    @Override
    public Object[] getRowData() throws SQLException {
        try {
            for (int i = 0; i < row.length; i++) {
                row[i] = values[i].get();
            }
            return row;
        } catch (RuntimeException e) {
            throw new SQLException("the chunk cannot be read", e);
        }
    }
}
