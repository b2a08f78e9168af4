package dev.dmt.cli;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.Omission;
import dev.dmt.step.ExplainView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a migration may not do to what it moves, where somebody says so; each grade holds the ones before it, too. */
enum LossGrade {
    LOSSY,
    WIDENED,
    OMITTED;

    /** Why it fails; empty where nothing of this grade would happen. */
    Optional<DmtException> refusal(ExplainView view) {
        List<String> losses = new ArrayList<>();
        view.tables()
                .forEach(table -> table.columns().stream()
                        .filter(column -> counts(column.fidelity()))
                        .map(column -> table.source() + "." + column.source() + " is "
                                + column.fidelity().name().toLowerCase(Locale.ROOT) + ": "
                                + String.join("; ", column.notes()))
                        .forEach(losses::add));
        if (this == OMITTED) {
            Stream.concat(
                            view.omissions().stream(),
                            view.tables().stream().flatMap(table -> table.omissions().stream()))
                    .map(LossGrade::line)
                    .forEach(losses::add);
        }
        return losses.isEmpty()
                ? Optional.empty()
                : Optional.of(new DmtException(
                        ErrorCode.DATA,
                        losses.size() + (losses.size() == 1 ? " loss" : " losses") + " that --fail-on "
                                + name().toLowerCase(Locale.ROOT) + " does not allow:\n  "
                                + String.join("\n  ", losses),
                        ErrorContext.hint("name other types under migration.types, or allow them")));
    }

    private boolean counts(Fidelity fidelity) {
        return switch (fidelity) {
            case EXACT -> false;
            case WIDENED -> this != LOSSY;
            case LOSSY, REFUSED -> true;
        };
    }

    private static String line(Omission omission) {
        return omission.kind() + " " + (omission.table().isEmpty() ? "" : omission.table() + ".") + omission.name()
                + ": " + omission.reason();
    }
}
