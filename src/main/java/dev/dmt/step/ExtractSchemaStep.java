package dev.dmt.step;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.TableProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the source and scans its data once. Begins the run where there is none to go on with. */
final class ExtractSchemaStep implements Step {
    static final String NAME = "extract-schema";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "describe the source's tables and scan their data once; begins a run";
    }

    @Override
    public boolean takesTables() {
        return false;
    }

    @Override
    public StepResult run(StepContext context, StepRequest request) {
        if (request.dryRun()) {
            SchemaDocument document = context.preview().schema(context.dialect());
            List<String> lines = document.schema().tables().stream()
                    .map(table -> table.name() + ": " + table.columns().size() + " columns")
                    .toList();
            return new StepResult(NAME, false, counts(document), lines);
        }
        if (context.runs().isAskedForAndFinished()) {
            return new StepResult(NAME, true, Map.of(), List.of());
        }
        context.runs().beginOrContinue();
        Optional<SchemaDocument> stored = context.store().read(Documents.SCHEMA, SchemaDocument.class);
        if (stored.isPresent()
                && !isCurrent(stored.get(), context)
                && context.runs().beginAnewAfterFalseStart()) {
            stored = Optional.empty();
        }
        if (stored.isPresent()) {
            requireUnchanged(stored.get().sourceFingerprint(), context.source().fingerprint());
            return new StepResult(NAME, true, counts(stored.get()), List.of());
        }
        return context.recorded(NAME, request, () -> {
            SchemaDocument document = context.preview().schema(context.dialect());
            context.store().write(Documents.SCHEMA, document);
            return new StepResult(NAME, false, counts(document), List.of());
        });
    }

    private static boolean isCurrent(SchemaDocument document, StepContext context) {
        return document.sourceFingerprint().equals(context.source().fingerprint());
    }

    /** All steps of a run read one state of the source; a source that moved on in between is refused. */
    static void requireUnchanged(String before, String now) {
        if (!before.equals(now)) {
            throw new DmtException(
                    ErrorCode.DATA,
                    "the source has changed since this run described it",
                    ErrorContext.at("then", before)
                            .and("now", now)
                            .withHint("set source.snapshot: copy, so that all steps read one copy, and begin a new run"
                                    + " (--run-id NEW)"));
        }
    }

    private static Map<String, Long> counts(SchemaDocument document) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", (long) document.profiles().size());
        counts.put(
                "rows",
                document.profiles().stream().mapToLong(TableProfile::rows).sum());
        return counts;
    }
}
