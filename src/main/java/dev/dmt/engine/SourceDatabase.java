package dev.dmt.engine;

import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableProfile;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An open source. All readers it gives see one and the same state of the database, from opening to closing. Thread-safe:
 * each reader has a connection of its own.
 */
public interface SourceDatabase extends AutoCloseable {
    String engineVersion();

    /** How consistent the read is, in words for the plan and the report. */
    String guarantee();

    /**
     * The source's own clock no later than its snapshot: whatever the snapshot does not show yet stamps itself later, but for
     * transactions that nobody could see. Empty where it cannot be told.
     */
    default Optional<Instant> moment() {
        return Optional.empty();
    }

    /** Keeps its state for other processes; empty where the engine cannot, or the state is another process's. */
    default Optional<SnapshotHolder> holder() {
        return Optional.empty();
    }

    /** Changes when the source's content may have changed: compared between the steps of a run. */
    String fingerprint();

    /** Describes the wanted tables and names all that is not a table. */
    DatabaseSchema describe(Predicate<String> wanted);

    /** Scans a table once. */
    TableProfile profile(Table table);

    /** Per table with an own sequence, the highest value it ever gave out. */
    Map<String, Long> sequenceFloors();

    SourceTypes types();

    Reader reader();

    @Override
    void close();
}
