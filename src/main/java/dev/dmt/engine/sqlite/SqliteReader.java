package dev.dmt.engine.sqlite;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads tables through connections that are lent to it. Thread-safe. */
final class SqliteReader implements Reader {
    private final Supplier<? extends ReadLease> readers;
    private final SqliteCursor.Reading reading;

    SqliteReader(Supplier<? extends ReadLease> readers, Function<ColumnRead, Conversion> conversions, boolean utf16) {
        this.readers = readers;
        this.reading = new SqliteCursor.Reading(conversions, utf16);
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range) {
        return SqliteCursor.open(readers.get(), read, range, reading);
    }

    @Override
    public List<KeyRange> partitions(TableRead read, int parts) {
        return ask(
                read,
                lease -> new Partitions(lease.connection(), reading.utf16(), RangeQuery.of(lease.connection(), read))
                        .cut(parts));
    }

    @Override
    public long count(TableRead read, KeyRange range) {
        return ask(read, lease -> {
            RangeQuery query = RangeQuery.of(lease.connection(), read);
            try (NativeRows rows = NativeRows.query(lease.connection(), query.count(range), reading.utf16())) {
                rows.next();
                return rows.integer(0);
            }
        });
    }

    private <T> T ask(TableRead read, Question<T> question) {
        try (ReadLease lease = readers.get()) {
            return question.ask(lease);
        } catch (SQLException e) {
            throw SqliteFailures.of(
                    "cannot read " + read.table(),
                    ErrorContext.at("table", read.table().toString()),
                    e);
        }
    }

    private interface Question<T> {
        T ask(ReadLease lease) throws SQLException;
    }
}
