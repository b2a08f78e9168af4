package dev.dmt.engine.mysql;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as the server sends them, none kept. The order's columns follow the read's own. One thread's own. */
final class MysqlCursor implements RowCursor {
    private final Sessions sessions;
    private final Connection connection;
    private final ErrorContext where;
    private final ReadField[] fields;
    private final int columns;
    private final byte[][] row;
    private final ByteView view = new ByteView();
    private final Statement statement;
    private final ResultSet result;
    private boolean ended;
    private long rowNumber;

    MysqlCursor(Sessions sessions, TableRead read, KeyBounds bounds, KeyRange range, String relation) {
        this.sessions = sessions;
        this.where = ErrorContext.at("table", read.table().toString());
        List<ColumnRead> asked = Stream.concat(
                        read.columns().stream(), bounds.keys().stream().map(KeyColumn::column))
                .toList();
        this.columns = read.columns().size();
        this.fields = asked.stream().map(ReadField::new).toArray(ReadField[]::new);
        this.row = new byte[fields.length][];
        String sql = "SELECT "
                + asked.stream().map(column -> new ReadField(column).select()).collect(Collectors.joining(", "))
                + " FROM " + relation + bounds.where(range) + bounds.orderBy();
        this.connection = sessions.borrow();
        boolean open = false;
        try {
            this.statement = connection.createStatement();
            statement.setEscapeProcessing(false);
            // The driver's word for rows one by one.
            statement.setFetchSize(Integer.MIN_VALUE);
            this.result = statement.executeQuery(sql);
            for (int i = 0; i < fields.length; i++) {
                fields[i].learn(result.getMetaData(), i + 1);
            }
            open = true;
        } catch (SQLException e) {
            throw sessions.errors().during(e, "reading", where);
        } finally {
            if (!open) {
                sessions.giveBack(connection);
            }
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
            for (int i = 0; i < row.length; i++) {
                row[i] = result.getBytes(i + 1);
            }
            rowNumber++;
            return true;
        } catch (SQLException e) {
            throw sessions.errors().during(e, "reading", where);
        }
    }

    @Override
    public boolean isNull(int column) {
        byte @Nullable [] value = row[column];
        return value == null || fields[column].isNull(value);
    }

    @Override
    public long getLong(int column) {
        return fields[column].whole(row[column], column);
    }

    @Override
    public double getDouble(int column) {
        return fields[column].number(row[column]);
    }

    @Override
    public ByteView bytes(int column) {
        byte[] value = fields[column].bytes(row[column]);
        return view.set(value, 0, value.length);
    }

    @Override
    public KeyTuple key() {
        if (columns == fields.length) {
            return KeyTuple.of(rowNumber);
        }
        List<KeyValue> values = new ArrayList<>(fields.length - columns);
        for (int field = columns; field < fields.length; field++) {
            values.add(isNull(field) ? new KeyValue.Null() : keyValue(field));
        }
        return new KeyTuple(values);
    }

    private KeyValue keyValue(int field) {
        return switch (fields[field].kind()) {
            case BOOLEAN, INTEGER -> new KeyValue.Whole(getLong(field));
            case FLOAT -> new KeyValue.Real(getDouble(field));
            case BINARY, GEOMETRY, ROW_VERSION -> KeyValue.Bytes.of(fields[field].bytes(row[field]));
            case DATE -> new KeyValue.Text(LocalDate.ofEpochDay(getLong(field)).toString());
            // As the server wrote them: cut digits of a second would make other bounds.
            case TIME,
                    TIMESTAMP,
                    DECIMAL,
                    TEXT,
                    UUID,
                    JSON,
                    INTERVAL,
                    XML,
                    ENUMERATION,
                    SET,
                    BITS,
                    ARRAY,
                    NATIVE,
                    UNKNOWN -> new KeyValue.Text(new String(fields[field].bytes(row[field]), StandardCharsets.UTF_8));
        };
    }

    @Override
    public void close() {
        if (!ended) {
            sessions.stop(connection, statement);
            return;
        }
        try {
            statement.close();
            sessions.giveBack(connection);
        } catch (SQLException e) {
            sessions.stop(connection, statement);
        }
    }
}
