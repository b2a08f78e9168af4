package dev.dmt.transfer.stream;

import dev.dmt.attempt.Cancellation;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands chunks, piece by piece, from the thread that reads to the one that loads. Each pipe may hold two pieces whatever
 * the others hold, so that none waits for another that waits for it; more only as far as the budget reaches. Whichever side
 * ends, the other hears of it. Thread-safe, for one of each side.
 */
public final class ChunkPipe implements AutoCloseable {
    static final int PIECE = 1 << 18;
    private static final int OWN_PIECES = 2;
    private static final long GLANCE_MILLIS = 20;

    private final MemoryBudget budget;
    private final Cancellation cancellation;
    private final Deque<Item> items = new ArrayDeque<>();
    private final Deque<byte[]> spare = new ArrayDeque<>();
    private int held;
    private int borrowed;
    private @Nullable DmtException failure;
    private boolean ended;
    private volatile boolean stopped;

    public ChunkPipe(MemoryBudget budget, Cancellation cancellation) {
        this.budget = budget;
        this.cancellation = cancellation;
    }

    /** Throws CANCELLED where nobody will take rows any more. */
    public void checkWanted() {
        cancellation.check();
        if (stopped) {
            throw Cancellation.failure("the loader has ended");
        }
    }

    /** An empty piece to write to; waits for room. */
    synchronized byte[] room() {
        checkWanted();
        while (!grant()) {
            await();
            checkWanted();
        }
        held++;
        byte[] used = spare.poll();
        return used == null ? new byte[PIECE] : used;
    }

    private boolean grant() {
        if (held < OWN_PIECES) {
            return true;
        }
        if (budget.take(PIECE)) {
            borrowed++;
            return true;
        }
        return false;
    }

    synchronized void put(byte[] piece, int length) {
        items.add(new Piece(piece, length));
        notifyAll();
    }

    synchronized void endChunk(ChunkEnd end) {
        items.add(new End(end));
        notifyAll();
    }

    /** No chunk follows. */
    public synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The reading side cannot go on. */
    public synchronized void fail(Throwable cause) {
        failure = cause instanceof DmtException known
                ? known
                : new DmtException(
                        ErrorCode.INTERNAL,
                        "reading failed in a way that was not foreseen: " + cause,
                        ErrorContext.hint("report this as a bug, with the log"),
                        cause);
        notifyAll();
    }

    /** Why reading failed, whatever a driver has made of it since. */
    public synchronized Optional<DmtException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Waits for the next chunk to begin; false at the unit's end. Throws the reader's failure. */
    public synchronized boolean hasChunk() {
        while (items.isEmpty() && !ended) {
            waitForItem();
        }
        return !items.isEmpty();
    }

    /** The chunk that has begun, to be read while it is being made. */
    public ChunkStream chunk() {
        return new ChunkStream(this);
    }

    /** The next piece of the chunk; empty where the next is its end. */
    synchronized Optional<Piece> nextPiece() {
        cancellation.check();
        while (items.isEmpty()) {
            waitForItem();
        }
        return items.peek() instanceof Piece piece ? Optional.of(takeAway(piece)) : Optional.empty();
    }

    private Piece takeAway(Piece piece) {
        items.remove();
        return piece;
    }

    /** Takes the end of the chunk, whose pieces must all have been taken. */
    synchronized ChunkEnd takeEnd() {
        while (items.isEmpty()) {
            waitForItem();
        }
        if (items.remove() instanceof End end) {
            return end.end();
        }
        throw new DmtException(
                ErrorCode.INTERNAL,
                "the target has left a part of a chunk unread",
                ErrorContext.hint("report this as a bug"));
    }

    private void waitForItem() {
        if (failure != null) {
            throw failure;
        }
        await();
        cancellation.check();
    }

    @SuppressWarnings("WaitNotInLoop") // whoever calls looks again
    private void await() {
        try {
            wait(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Cancellation.failure("interrupted");
        }
    }

    /** A piece has been read. */
    synchronized void giveBack(byte[] piece) {
        held--;
        if (borrowed > 0) {
            borrowed--;
            budget.give(PIECE);
        }
        if (!stopped && spare.size() < OWN_PIECES) {
            spare.add(piece);
        }
        notifyAll();
    }

    /** The loading side wants nothing more. */
    public synchronized void stop() {
        stopped = true;
        budget.give((long) borrowed * PIECE);
        borrowed = 0;
        items.clear();
        spare.clear();
        notifyAll();
    }

    @Override
    public void close() {
        stop();
    }

    sealed interface Item permits Piece, End {}

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Piece(byte[] bytes, int length) implements Item {}

    record End(ChunkEnd end) implements Item {}
}
