package dev.dmt.engine.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/**
 * A running query with access to the raw cells. This is the only class that reaches behind JDBC: the driver's getters
 * convert between storage classes without a word, replace broken UTF-8 and cost several times as much.
 *
 * <p>The statement's pointer is read once and used until {@link #close}; so whoever owns the connection must not close it
 * before. One thread's own.
 */
final class NativeRows implements AutoCloseable {
    static final int INTEGER = 1;
    static final int REAL = 2;
    static final int TEXT = 3;
    static final int BLOB = 4;
    static final int NULL = 5;

    private static final byte UNKNOWN = 0;

    private static final byte[] NOTHING = new byte[0];

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final DB database;
    private final long pointer;
    private final boolean utf16;
    private final int wanted;
    private final byte[] classes;
    private final long[] numbers;
    private boolean open = true;

    private NativeRows(PreparedStatement statement, ResultSet rows, SqlText sql, boolean utf16) throws SQLException {
        this.statement = statement;
        this.rows = rows;
        this.utf16 = utf16;
        this.wanted = sql.wanted();
        this.classes = new byte[sql.columns()];
        this.numbers = new long[sql.columns()];
        CoreStatement core = (CoreStatement) statement;
        this.database = core.getDatabase();
        this.pointer = core.pointer.safeRunLong((db, address) -> address);
    }

    /** Binds the values as they are: Long, Double, String and byte[] become the four storage classes. */
    static NativeRows query(Connection connection, SqlText sql, boolean utf16) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        try {
            for (int i = 0; i < sql.values().size(); i++) {
                statement.setObject(i + 1, sql.values().get(i));
            }
            return new NativeRows(statement, statement.executeQuery(), sql, utf16);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    boolean next() throws SQLException {
        if (!open) {
            throw new IllegalStateException("the rows are closed");
        }
        // One lock for the row instead of one for each cell. Bytes are left for who asks: a cell may be large.
        synchronized (database) {
            if (!rows.next()) {
                Arrays.fill(classes, (byte) NULL);
                return false;
            }
            for (int column = 0; column < wanted; column++) {
                fetch(column);
            }
            Arrays.fill(classes, wanted, classes.length, UNKNOWN);
            return true;
        }
    }

    private int fetch(int column) throws SQLException {
        int storage = database.column_type(pointer, column);
        classes[column] = (byte) storage;
        if (storage == INTEGER) {
            numbers[column] = database.column_long(pointer, column);
        } else if (storage == REAL) {
            numbers[column] = Double.doubleToRawLongBits(database.column_double(pointer, column));
        }
        return storage;
    }

    /** The cell's storage class, one of the constants above. */
    int storageClass(int column) {
        int known = classes[column];
        if (known != UNKNOWN) {
            return known;
        }
        try {
            return fetch(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cell that is an INTEGER. */
    long integer(int column) {
        requireNumber(column, INTEGER);
        return numbers[column];
    }

    /** A cell that is a number. */
    double real(int column) {
        if (storageClass(column) == INTEGER) {
            return (double) numbers[column];
        }
        requireNumber(column, REAL);
        return Double.longBitsToDouble(numbers[column]);
    }

    private void requireNumber(int column, int storage) {
        if (storageClass(column) != storage) {
            throw new IllegalStateException("column " + column + " is of storage class " + storageClass(column));
        }
    }

    /** The bytes of a blob, or of a text as UTF-8 (as they are stored, broken or not). */
    byte[] bytes(int column) {
        try {
            if (utf16 && storageClass(column) == TEXT) {
                // Makes SQLite convert the cell to UTF-8 in place; otherwise the blob would be UTF-16.
                database.column_text(pointer, column);
            }
            byte @Nullable [] found = database.column_blob(pointer, column);
            return found == null ? NOTHING : found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (open) {
            open = false;
            try {
                rows.close();
            } finally {
                statement.close();
            }
        }
    }
}
