package dev.dmt.engine.oracle;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.LogicalType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import oracle.jdbc.OraclePreparedStatement;
import oracle.jdbc.OracleResultSet;

/** Rows of one query, each value decoded when it is first asked for. One thread's own. */
final class OracleCursor implements RowCursor {
    /** What comes with the row of each large object, so that most need no second question. */
    private static final int LARGE_OBJECT_BYTES = 32 * 1024;

    private final JdbcConnections connections;
    private final Connection connection;
    private final ErrorContext where;
    private final KeyBounds bounds;
    private final SelectText query;
    private final PreparedStatement statement;
    private final OracleResultSet rows;
    private final Decoder[] decoders;
    private final Slot[] slots;
    private final long[] decoded;
    private final boolean[] nulls;
    private final int[] keyTypes;
    private final ByteView view = new ByteView();
    private long rowNumber;

    OracleCursor(JdbcConnections connections, TableRead read, KeyRange range, String relation) {
        this.connections = connections;
        this.where = ErrorContext.at("table", read.table().toString());
        this.bounds = new KeyBounds(read);
        this.query = new SelectText(read, bounds, range, relation);
        List<ColumnRead> columns = read.columns();
        this.decoders = new Decoder[columns.size()];
        this.slots = new Slot[columns.size()];
        this.decoded = new long[columns.size()];
        this.nulls = new boolean[columns.size()];
        this.keyTypes = new int[bounds.keys().size()];
        this.connection = connections.borrow();
        boolean opened = false;
        try {
            statement = connection.prepareStatement(query.sql());
            statement.setFetchSize(query.prefetch(columns));
            statement.unwrap(OraclePreparedStatement.class).setLobPrefetchSize(LARGE_OBJECT_BYTES);
            bounds.bind(statement, range);
            rows = statement.executeQuery().unwrap(OracleResultSet.class);
            prepare(columns);
            opened = true;
        } catch (SQLException e) {
            throw connections.errors().during(e, "reading", where);
        } finally {
            if (!opened) {
                connections.discard(connection);
            }
        }
    }

    private void prepare(List<ColumnRead> columns) throws SQLException {
        ResultSetMetaData answer = rows.getMetaData();
        for (int i = 0; i < decoders.length; i++) {
            int place = query.place(i);
            ColumnSelect select = query.columns().get(i);
            slots[i] = new Slot(i);
            boolean quick = select.wanted() instanceof LogicalType.Int wanted
                    && wanted.signed()
                    && ColumnSelect.declared(columns.get(i)).isSmallWhole()
                    && LogicalForm.portable(ColumnSelect.declared(columns.get(i))) instanceof LogicalType.Int held
                    && held.bits() <= wanted.bits();
            decoders[i] = quick
                    ? Decoders::quickWhole
                    : Decoders.of(select, answer.getColumnType(place), answer.getColumnTypeName(place));
        }
        for (int key = 0; key < keyTypes.length; key++) {
            keyTypes[key] = answer.getColumnType(query.keyPlace(key));
        }
    }

    @Override
    public boolean next() {
        try {
            if (!rows.next()) {
                return false;
            }
            rowNumber++;
            return true;
        } catch (SQLException e) {
            throw connections.errors().during(e, "reading", where);
        }
    }

    private Slot slot(int column) {
        if (decoded[column] != rowNumber) {
            try {
                nulls[column] = !decoders[column].read(rows, query.place(column), slots[column]);
            } catch (SQLException e) {
                throw connections.errors().during(e, "reading", where);
            }
            decoded[column] = rowNumber;
        }
        return slots[column];
    }

    @Override
    public boolean isNull(int column) {
        slot(column);
        return nulls[column];
    }

    @Override
    public long getLong(int column) {
        return slot(column).whole;
    }

    @Override
    public int nanosOfMicrosecond(int column) {
        return slot(column).nanos;
    }

    @Override
    public double getDouble(int column) {
        return slot(column).real;
    }

    @Override
    public ByteView bytes(int column) {
        byte[] bytes = slot(column).bytes;
        return view.set(bytes, 0, bytes.length);
    }

    @Override
    public KeyTuple key() {
        if (keyTypes.length == 0) {
            return KeyTuple.of(rowNumber);
        }
        List<KeyValue> values = new ArrayList<>(keyTypes.length);
        Slot slot = new Slot(-1);
        for (int i = 0; i < keyTypes.length; i++) {
            values.add(keyValue(i, slot));
        }
        return new KeyTuple(values);
    }

    private KeyValue keyValue(int key, Slot slot) {
        KeyColumn column = bounds.keys().get(key);
        LogicalType type = bounds.type(key);
        try {
            return column.decoder(type, keyTypes[key]).read(rows, query.keyPlace(key), slot)
                    ? column.value(slot, type, keyTypes[key])
                    : new KeyValue.Null();
        } catch (SQLException e) {
            throw connections.errors().during(e, "reading the key of a row", where);
        }
    }

    @Override
    public void close() {
        try (connection) {
            rows.close();
            statement.close();
        } catch (SQLException e) {
            connections.discard(connection);
        }
    }
}
