package dev.dmt.checkpoint;

import java.util.List;
import java.util.Optional;

/**
 * The run's documents. A document's name is its path below the run ("plan", "steps/transfer/orders.p03"). Writing
 * replaces the whole document atomically and durably; each document has one writer. A torn or hand-edited document that
 * cannot be read is a DATA error which names the file, the line and what to do; nothing is ever discarded.
 */
public interface CheckpointStore {
    <T> Optional<T> read(String document, Class<T> type);

    <T> void write(String document, T value);

    /** The names of the documents that start with a prefix, sorted. */
    List<String> list(String prefix);

    /** Removes a document on purpose. */
    void remove(String document);

    /** Where a person finds a document. */
    String locate(String document);
}
