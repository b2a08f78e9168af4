package dev.dmt.engine.postgres;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.TypeKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows by COPY in its binary format. The order's columns follow the read's own. One thread's own. */
final class CopyCursor implements RowCursor {
    private static final Logger LOG = LoggerFactory.getLogger(CopyCursor.class);

    private final JdbcConnections connections;
    private final Connection connection;
    private final ErrorContext where;
    private final ColumnRead[] keys;
    private final TypeKind[] kinds;
    /** In microseconds: what a moment is cut to. A key is never cut, for it says where to go on. */
    private final long[] steps;

    private final int columns;
    private final BinaryRow row;
    private final ByteView view = new ByteView();
    private final CopyOut copy;
    private boolean started;
    private boolean ended;
    private long rowNumber;

    /** @param relation the table as it stands after FROM */
    CopyCursor(JdbcConnections connections, TableRead read, KeyRange range, String relation) {
        this(connections, read, range, relation, false);
    }

    /** Rows that are wanted as they are, for a column of the same type each. */
    static CopyCursor passing(JdbcConnections connections, TableRead read, KeyRange range, String relation) {
        return new CopyCursor(connections, read, range, relation, true);
    }

    private CopyCursor(
            JdbcConnections connections, TableRead read, KeyRange range, String relation, boolean untouched) {
        this.connections = connections;
        this.where = ErrorContext.at("table", read.table().toString());
        KeyBounds bounds = new KeyBounds(read);
        this.keys = bounds.keys().toArray(ColumnRead[]::new);
        this.columns = read.columns().size();
        List<ColumnRead> asked =
                Stream.concat(read.columns().stream(), Arrays.stream(keys)).toList();
        this.kinds = asked.stream().map(column -> column.type().kind()).toArray(TypeKind[]::new);
        this.steps = new long[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            steps[i] = i < columns ? WireValue.step(asked.get(i).type()) : 1;
        }
        this.row = new BinaryRow(kinds.length);
        String select = Stream.concat(
                        read.columns().stream()
                                .map(column -> untouched
                                        ? PostgresIdentifiers.quote(column.name())
                                        : WireValue.select(column)),
                        Arrays.stream(keys).map(column -> WireValue.select(column)))
                .collect(Collectors.joining(", "));
        String sql = "COPY (SELECT " + select + WireValue.from(relation) + bounds.where(range) + bounds.orderBy()
                + ") TO STDOUT (FORMAT binary)";
        this.connection = connections.borrow();
        this.copy = start(sql);
    }

    private CopyOut start(String sql) {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        } catch (SQLException e) {
            connections.discard(connection);
            throw PostgresErrors.during(e, "reading", where);
        }
    }

    @Override
    public boolean next() {
        if (ended) {
            return false;
        }
        try {
            byte[] message = copy.readFromCopy();
            int start = 0;
            if (message != null && !started) {
                started = true;
                start = BinaryRow.skipHeader(message);
                if (start == message.length) {
                    message = copy.readFromCopy();
                    start = 0;
                }
            }
            while (message != null) {
                if (row.take(message, start)) {
                    rowNumber++;
                    return true;
                }
                message = copy.readFromCopy();
                start = 0;
            }
            ended = true;
            return false;
        } catch (SQLException e) {
            throw PostgresErrors.during(e, "reading", where);
        }
    }

    @Override
    public boolean isNull(int column) {
        return row.isNull(column);
    }

    @Override
    public long getLong(int column) {
        return switch (kinds[column]) {
            case BOOLEAN -> row.byteAt(column);
            case INTEGER -> row.longAt(column);
            case TIME -> cut(column, row.longAt(column));
            case DATE -> days(column);
            case TIMESTAMP -> cut(column, microseconds(column));
            case DECIMAL,
                    FLOAT,
                    TEXT,
                    BINARY,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    NATIVE,
                    UNKNOWN -> throw new IllegalStateException("column " + column + " is no whole number");
        };
    }

    private long cut(int column, long micros) {
        return steps[column] == 1 ? micros : micros - Math.floorMod(micros, steps[column]);
    }

    private long days(int column) {
        int days = row.intAt(column);
        if (WireValue.isInfiniteDate(days)) {
            throw new BadValueException(column, "the date is infinite");
        }
        return WireValue.sinceEpochDays(days);
    }

    private long microseconds(int column) {
        long microseconds = row.longAt(column);
        if (WireValue.isInfiniteTimestamp(microseconds)) {
            throw new BadValueException(column, "the timestamp is infinite");
        }
        if (WireValue.isBeyondCount(microseconds)) {
            throw new BadValueException(column, "the timestamp is after the year 294000");
        }
        return WireValue.sinceEpochMicroseconds(microseconds);
    }

    @Override
    public double getDouble(int column) {
        return row.doubleAt(column);
    }

    @Override
    public ByteView bytes(int column) {
        return view.set(row.message(), row.offset(column), row.length(column));
    }

    @Override
    public ByteView encoded() {
        return row.of(columns, view);
    }

    @Override
    public KeyTuple key() {
        if (keys.length == 0) {
            return KeyTuple.of(rowNumber);
        }
        List<KeyValue> values = new ArrayList<>(keys.length);
        for (int field = columns; field < kinds.length; field++) {
            values.add(row.isNull(field) ? new KeyValue.Null() : keyValue(field));
        }
        return new KeyTuple(values);
    }

    private KeyValue keyValue(int field) {
        return switch (kinds[field]) {
            case BOOLEAN, INTEGER -> new KeyValue.Whole(getLong(field));
            case FLOAT -> new KeyValue.Real(getDouble(field));
            case DECIMAL, TEXT, UUID, JSON, INTERVAL, XML, ENUMERATION, SET, BITS, ARRAY, NATIVE, UNKNOWN ->
                new KeyValue.Text(row.textAt(field));
            case BINARY, GEOMETRY, ROW_VERSION ->
                KeyValue.Bytes.of(
                        Arrays.copyOfRange(row.message(), row.offset(field), row.offset(field) + row.length(field)));
            case DATE -> new KeyValue.Text(MomentText.date(getLong(field)));
            case TIME -> new KeyValue.Text(MomentText.time(getLong(field)));
            case TIMESTAMP -> new KeyValue.Text(MomentText.timestamp(getLong(field)));
        };
    }

    @Override
    public void close() {
        if (copy.isActive()) {
            // pgjdbc 42.7 may hang or lose step when a copy to the client is cancelled; a connection is cheap.
            drop();
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            connections.discard(connection);
        }
    }

    private void drop() {
        try {
            connection.unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("aborting a copy failed", e);
        } finally {
            connections.discard(connection);
        }
    }
}
