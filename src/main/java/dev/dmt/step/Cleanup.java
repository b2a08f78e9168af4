package dev.dmt.step;

import dev.dmt.engine.LedgerRow;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes what only a running migration needs: the ledger in the target, the run's folder on the staging disk. */
record Cleanup(StepContext context) {
    void all(List<String> unfinishedSteps) {
        if (!unfinishedSteps.isEmpty()) {
            throw new DmtException(
                    ErrorCode.DATA,
                    "the ledger stays: these steps are not done: " + String.join(", ", unfinishedSteps),
                    ErrorContext.hint("finish the run first; without its ledger it could not go on"));
        }
        if (context.config().migration().incremental().isWanted()) {
            List<String> units = context.ledger().list(context.runId()).stream()
                    .map(LedgerRow::unit)
                    .toList();
            context.ledger().forget(context.runId(), units);
        } else {
            context.target().ledger().drop();
        }
        folder(context.workspace());
    }

    static void folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Cleanup::delete);
        } catch (IOException | UncheckedIOException e) {
            throw new DmtException(
                    ErrorCode.PERMISSION,
                    "the staging folder " + folder + " cannot be removed",
                    ErrorContext.hint("remove it by hand"),
                    e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
