package dev.dmt.engine.sqlite;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connections that see the snapshot. Thread-safe. More are opened while that provably keeps the one state; when it
 * does not, readers share a connection, which is slower but neither waits nor sees anything else. A connection that is
 * in use when the pool closes is closed by its last user.
 */
final class PinnedReaders implements AutoCloseable {
    private static final int LIMIT = 64;

    private final SqliteOpener opener;
    private final String logState;
    private final Optional<Pinning.Proof> proof;
    private final List<Reader> readers = new ArrayList<>();
    private boolean growing = true;
    private boolean closed;

    PinnedReaders(SqliteOpener opener, Pinning.Pinned pinned) {
        this.opener = opener;
        this.logState = pinned.logState();
        this.proof = pinned.proof();
        pinned.connections().forEach(connection -> readers.add(new Reader(connection)));
    }

    synchronized Lease lease() {
        if (closed) {
            throw new DmtException(
                    ErrorCode.INTERNAL, "the source is closed", ErrorContext.hint("please report this as a bug"));
        }
        Reader least = leastUsed();
        if (least.users > 0 && growing && readers.size() < LIMIT) {
            Reader grown = grow();
            if (grown != null) {
                readers.add(grown);
                least = grown;
            }
        }
        least.users++;
        return new Lease(this, least);
    }

    String logState() {
        return logState;
    }

    synchronized int size() {
        return readers.size();
    }

    private Reader leastUsed() {
        Reader least = readers.get(0);
        for (Reader reader : readers) {
            if (reader.users < least.users) {
                least = reader;
            }
        }
        return least;
    }

    /** In a log the new reader must have come before the next commit; under a SHARED lock there is no such commit. */
    private @Nullable Reader grow() {
        try {
            Connection connection = opener.pinned();
            if (proof.isPresent() && !proof.get().holds()) {
                connection.close();
                growing = false;
                return null;
            }
            return new Reader(connection);
        } catch (SQLException e) {
            // A waiting writer keeps new readers out (or the file was replaced). The ones we have still do, and asking
            // again would cost the whole time to wait for a lock, each time.
            growing = false;
            return null;
        }
    }

    private synchronized void release(Reader reader) {
        reader.users--;
        if (closed && reader.users == 0) {
            close(reader);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            readers.stream().filter(reader -> reader.users == 0).forEach(this::close);
            proof.ifPresent(this::close);
        }
    }

    private void close(Pinning.Proof ended) {
        try {
            ended.keeper().close();
        } catch (SQLException e) {
            throw opener.failure("cannot close", e);
        }
    }

    private void close(Reader reader) {
        try {
            reader.connection.close();
        } catch (SQLException e) {
            throw opener.failure("cannot close", e);
        }
    }

    private static final class Reader {
        private final Connection connection;
        private int users;

        Reader(Connection connection) {
            this.connection = connection;
        }
    }

    /** The right to use a pinned connection. */
    static final class Lease implements ReadLease {
        private final PinnedReaders pool;
        private final Reader reader;
        private boolean returned;

        private Lease(PinnedReaders pool, Reader reader) {
            this.pool = pool;
            this.reader = reader;
        }

        @Override
        public Connection connection() {
            return reader.connection;
        }

        @Override
        public void close() {
            if (!returned) {
                returned = true;
                pool.release(reader);
            }
        }
    }
}
