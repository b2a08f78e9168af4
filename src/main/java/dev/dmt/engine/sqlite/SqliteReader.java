package dev.dmt.engine.sqlite;

import dev.dmt.engine.Reader;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.KeyRange;
import java.sql.SQLException;
import java.util.List;

/** Reads tables through the pinned readers. Thread-safe. */
final class SqliteReader implements Reader {
    private final PinnedReaders readers;
    private final boolean utf16;

    SqliteReader(PinnedReaders readers, boolean utf16) {
        this.readers = readers;
        this.utf16 = utf16;
    }

    @Override
    public RowCursor open(TableRead read, KeyRange range) {
        return SqliteCursor.open(readers.lease(), read, range, utf16);
    }

    @Override
    public List<KeyRange> partitions(TableRead read, int parts) {
        return ask(
                read,
                lease -> new Partitions(lease.connection(), utf16, RangeQuery.of(lease.connection(), read)).cut(parts));
    }

    @Override
    public long count(TableRead read, KeyRange range) {
        return ask(read, lease -> {
            RangeQuery query = RangeQuery.of(lease.connection(), read);
            try (NativeRows rows = NativeRows.query(lease.connection(), query.count(range), utf16)) {
                rows.next();
                return rows.integer(0);
            }
        });
    }

    private <T> T ask(TableRead read, Question<T> question) {
        try (PinnedReaders.Lease lease = readers.lease()) {
            return question.ask(lease);
        } catch (SQLException e) {
            throw SqliteFailures.of(
                    "cannot read " + read.table(),
                    ErrorContext.at("table", read.table().toString()),
                    e);
        }
    }

    private interface Question<T> {
        T ask(PinnedReaders.Lease lease) throws SQLException;
    }
}
