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

    /** Puts the whole run away under its id, so that a new one can begin. */
    void archive(String runId);

    /** The ids of the runs put away, oldest first. */
    List<String> archives();

    /** A run that was put away, to be read. */
    CheckpointStore archived(String runId);

    /** Where a person finds a document. */
    String locate(String document);
}
