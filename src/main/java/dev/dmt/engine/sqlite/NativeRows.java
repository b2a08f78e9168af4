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

    private static final byte[] NOTHING = new byte[0];

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final DB database;
    private final long pointer;
    private final boolean utf16;
    private final byte[] classes;
    private boolean open = true;

    private NativeRows(PreparedStatement statement, ResultSet rows, int columns, boolean utf16) throws SQLException {
        this.statement = statement;
        this.rows = rows;
        this.utf16 = utf16;
        this.classes = new byte[columns];
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
            return new NativeRows(statement, statement.executeQuery(), sql.columns(), utf16);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    boolean next() throws SQLException {
        if (!open) {
            throw new IllegalStateException("the rows are closed");
        }
        Arrays.fill(classes, (byte) 0);
        return rows.next();
    }

    /** The cell's storage class, one of the constants above. */
    int storageClass(int column) {
        int known = classes[column];
        if (known != 0) {
            return known;
        }
        try {
            int found = database.column_type(pointer, column);
            classes[column] = (byte) found;
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long integer(int column) {
        try {
            return database.column_long(pointer, column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    double real(int column) {
        try {
            return database.column_double(pointer, column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
