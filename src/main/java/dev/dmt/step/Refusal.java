package dev.dmt.step;

import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.checkpoint.FailureNote;
import dev.dmt.checkpoint.StepDocument;
import dev.dmt.checkpoint.WorkStatus;
import java.util.List;
import java.util.Optional;

/**
 * A step that asked for a yes which nobody gave. The run waits for it.
 *
 * @param message what the step would not do unasked
 * @param next what to type, and what else there is to do
 */
public record Refusal(String step, String message, String next) {
    static Optional<Refusal> in(CheckpointStore store) {
        return Steps.inOrder().stream()
                .flatMap(step -> documents(store, step.name()).stream())
                .filter(document -> document.status() == WorkStatus.REFUSED)
                .map(Refusal::of)
                .findFirst();
    }

    private static Refusal of(StepDocument document) {
        return new Refusal(
                document.step(),
                document.failure().map(FailureNote::message).orElse(""),
                "dmt run --yes, if that is what you want"
                        + document.failure()
                                .flatMap(FailureNote::hint)
                                .map(hint -> ": " + hint)
                                .orElse(""));
    }

    /** A step's record, or where it was done table by table those of its tables. */
    static List<StepDocument> documents(CheckpointStore store, String step) {
        Optional<StepDocument> whole = store.read(Documents.step(step), StepDocument.class);
        if (UnitStep.NAMES.contains(step)) {
            // What lies below them are the records of units.
            return whole.stream().toList();
        }
        return whole.map(List::of)
                .orElseGet(() -> store.list(Documents.step(step) + "/").stream()
                        .flatMap(name -> store.read(name, StepDocument.class).stream())
                        .toList());
    }
}
