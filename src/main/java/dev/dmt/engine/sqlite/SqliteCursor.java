package dev.dmt.engine.sqlite;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import java.sql.SQLException;
import java.util.function.Function;

/** Rows of a key range, straight from SQLite's cells. Gives its connection back when closed. */
final class SqliteCursor implements RowCursor {
    private final ReadLease lease;
    private final String table;
    private final NativeRows rows;
    private final Conversion[] conversions;
    private final KeyReading key;
    private long rowNumber;

    private SqliteCursor(ReadLease lease, String table, NativeRows rows, KeyReading key, Conversion[] conversions) {
        this.lease = lease;
        this.table = table;
        this.rows = rows;
        this.key = key;
        this.conversions = conversions;
    }

    /** Takes the lease over, also when it fails. */
    static SqliteCursor open(ReadLease lease, TableRead read, KeyRange range, Reading reading) {
        boolean opened = false;
        try {
            RangeQuery query = RangeQuery.of(lease.connection(), read);
            SqlText sql = query.rows(
                    read.columns().stream().map(column -> column.name()).toList(), range, read.since());
            KeyReading key = new KeyReading(read.columns().size(), query.keySize());
            Conversion[] conversions =
                    read.columns().stream().map(reading.conversions()).toArray(Conversion[]::new);
            SqliteCursor cursor = new SqliteCursor(
                    lease,
                    read.table().toString(),
                    NativeRows.query(lease.connection(), sql, reading.utf16()),
                    key,
                    conversions);
            cursor.rowNumber = range.after().map(RangeQuery::rowNumber).orElse(0L);
            opened = true;
            return cursor;
        } catch (SQLException e) {
            throw failure(read.table().toString(), e);
        } finally {
            if (!opened) {
                lease.close();
            }
        }
    }

    @Override
    public boolean next() {
        try {
            rowNumber++;
            return rows.next();
        } catch (SQLException e) {
            throw failure(table, e);
        }
    }

    @Override
    public boolean isNull(int column) {
        return conversions[column].isNull(rows, column);
    }

    @Override
    public long getLong(int column) {
        return conversions[column].toLong(rows, column);
    }

    @Override
    public int nanosOfMicrosecond(int column) {
        return conversions[column].toNanos(rows, column);
    }

    @Override
    public double getDouble(int column) {
        return conversions[column].toDouble(rows, column);
    }

    @Override
    public ByteView bytes(int column) {
        return conversions[column].toBytes(rows, column);
    }

    @Override
    public KeyTuple key() {
        return key.size() == 0 ? KeyTuple.of(rowNumber) : key.read(rows);
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (SQLException e) {
            throw failure(table, e);
        } finally {
            lease.close();
        }
    }

    /** How cells become values. */
    record Reading(Function<ColumnRead, Conversion> conversions, boolean utf16) {}

    private static dev.dmt.error.DmtException failure(String table, SQLException e) {
        return SqliteFailures.of("cannot read " + table, ErrorContext.at("table", table), e);
    }
}
