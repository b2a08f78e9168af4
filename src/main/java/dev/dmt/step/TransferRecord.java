package dev.dmt.step;

import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.checkpoint.UnitDocument;
import java.util.List;
import java.util.Optional;

/** What the checkpoint says of the transfer's units. */
record TransferRecord(List<UnitDocument> units) {
    private static final String PREFIX = "steps/transfer/";

    static TransferRecord of(CheckpointStore store) {
        return new TransferRecord(store.list(PREFIX).stream()
                .map(name -> store.read(name, UnitDocument.class))
                .flatMap(Optional::stream)
                .toList());
    }

    Optional<UnitDocument> unit(String id) {
        return units.stream().filter(unit -> unit.unit().equals(id)).findFirst();
    }

    long rowsWritten() {
        return units.stream().mapToLong(UnitDocument::rowsWritten).sum();
    }

    long rowsRejected() {
        return units.stream().mapToLong(UnitDocument::rowsRejected).sum();
    }
}
