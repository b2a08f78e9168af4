package dev.dmt.step;

import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.checkpoint.StepDocument;
import dev.dmt.checkpoint.WorkStatus;
import java.util.List;
import java.util.Set;

/**
 * A run that failed or was refused before it moved a row: a wrong address, a plan that the data does not allow. Nothing of it is worth
 * going on with once its premises were corrected, as its own messages ask for.
 */
final class FalseStart {
    private static final List<String> MOVING = List.of(UnitStep.TRANSFER, UnitStep.EXPORT, UnitStep.LOAD);

    private static final Set<WorkStatus> HALTED = Set.of(WorkStatus.FAILED, WorkStatus.REFUSED);

    private FalseStart() {}

    static boolean in(CheckpointStore store) {
        return MOVING.stream().allMatch(step -> store.list(Documents.step(step)).isEmpty())
                && Steps.inOrder().stream()
                        .flatMap(step -> store.list(Documents.step(step.name())).stream())
                        .flatMap(document -> store.read(document, StepDocument.class).stream())
                        .anyMatch(document -> HALTED.contains(document.status()));
    }
}
