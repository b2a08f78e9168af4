package dev.dmt.engine.mssql;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.jdbc.JdbcConnections;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of one statement as they come from the server. The order's columns follow the read's own. One thread's own. */
final class MssqlCursor implements RowCursor {
    private static final Logger LOG = LoggerFactory.getLogger(MssqlCursor.class);

    private final JdbcConnections connections;
    private final Connection connection;
    private final ErrorContext where;
    private final Field[] fields;
    private final int columns;
    private final ByteView view = new ByteView();
    private final ResultSet result;
    private boolean ended;
    private long rowNumber;

    /** @param relation the table as it stands after FROM */
    MssqlCursor(JdbcConnections connections, TableRead read, KeyRange range, String relation) {
        this.connections = connections;
        this.where = ErrorContext.at("table", read.table().toString());
        this.columns = read.columns().size();
        RowQuery query = RowQuery.of(read, range, relation);
        this.fields = fields(query.columns());
        this.connection = connections.borrow();
        this.result = start(query.sql());
    }

    private static Field[] fields(List<ReadColumn> asked) {
        Field[] fields = new Field[asked.size()];
        int place = 1;
        for (int i = 0; i < fields.length; i++) {
            fields[i] = new Field(i, place, asked.get(i));
            place += asked.get(i).select().size();
        }
        return fields;
    }

    private ResultSet start(String sql) {
        try {
            Statement statement = connection.createStatement();
            statement.setEscapeProcessing(false);
            return statement.executeQuery(sql);
        } catch (SQLException e) {
            connections.discard(connection);
            throw connections.errors().during(e, "reading", where);
        }
    }

    @Override
    public boolean next() {
        if (ended) {
            return false;
        }
        try {
            if (!result.next()) {
                ended = true;
                return false;
            }
            for (Field field : fields) {
                field.forget();
            }
            rowNumber++;
            return true;
        } catch (SQLException e) {
            throw connections.errors().during(e, "reading", where);
        }
    }

    private Field fetched(int column) {
        Field field = fields[column];
        try {
            field.fetch(result);
            return field;
        } catch (SQLException e) {
            throw connections.errors().during(e, "reading", where.and("column", field.name()));
        }
    }

    @Override
    public boolean isNull(int column) {
        return fetched(column).isNull();
    }

    @Override
    public long getLong(int column) {
        return fetched(column).whole();
    }

    @Override
    public int nanosOfMicrosecond(int column) {
        return fetched(column).nanos();
    }

    @Override
    public double getDouble(int column) {
        return fetched(column).floating();
    }

    @Override
    public ByteView bytes(int column) {
        byte[] bytes = fetched(column).bytes();
        return view.set(bytes, 0, bytes.length);
    }

    @Override
    public KeyTuple key() {
        if (fields.length == columns) {
            return KeyTuple.of(rowNumber);
        }
        List<KeyValue> values = new ArrayList<>(fields.length - columns);
        for (int place = columns; place < fields.length; place++) {
            values.add(keyValue(place));
        }
        return new KeyTuple(values);
    }

    private KeyValue keyValue(int place) {
        Field field = fetched(place);
        if (field.isNull()) {
            return new KeyValue.Null();
        }
        return switch (field.access()) {
            case TRUTH, WHOLE -> new KeyValue.Whole(field.whole());
            case FLOATING -> new KeyValue.Real(field.floating());
            case DECIMAL, TEXT, UNPADDED_TEXT, UUID -> new KeyValue.Text(field.text());
            case BYTES, SHAPE -> KeyValue.Bytes.of(Arrays.copyOf(field.bytes(), field.bytes().length));
            case DATE -> new KeyValue.Text(MomentText.date(field.whole()));
            case TIME -> new KeyValue.Text(MomentText.time(field.whole(), field.nanos()));
            case MOMENT -> new KeyValue.Text(MomentText.moment(field.whole(), field.nanos()));
        };
    }

    @Override
    public void close() {
        if (!ended) {
            // The driver would read all that is left of the answer; a connection is cheap.
            drop();
            return;
        }
        try {
            result.getStatement().close();
            connection.close();
        } catch (SQLException e) {
            connections.discard(connection);
        }
    }

    private void drop() {
        try {
            connection.unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("aborting a read failed", e);
        } finally {
            connections.discard(connection);
        }
    }
}
