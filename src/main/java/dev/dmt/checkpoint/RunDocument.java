package dev.dmt.checkpoint;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The document "run": which migration this is, and under what premises it began.
 *
 * @param version the form of this checkpoint, {@link #VERSION}
 * @param source where the rows come from, without secrets
 * @param target where they go, without secrets
 * @param configFingerprint the keys of the config that change the result, with their values
 */
public record RunDocument(
        int version,
        String runId,
        WorkStatus status,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String dmtVersion,
        String source,
        String target,
        Map<String, String> configFingerprint,
        Optional<FailureNote> failure) {
    public static final int VERSION = 1;

    public RunDocument {
        configFingerprint = Collections.unmodifiableMap(new LinkedHashMap<>(configFingerprint));
    }

    public RunDocument ended(WorkStatus newStatus, Instant at, Optional<FailureNote> why) {
        return new RunDocument(
                version,
                runId,
                newStatus,
                startedAt,
                Optional.of(at),
                dmtVersion,
                source,
                target,
                configFingerprint,
                why);
    }

    /** The same run under premises that were accepted while it went on. */
    public RunDocument withConfig(String newSource, String newTarget, Map<String, String> fingerprint) {
        return new RunDocument(
                version, runId, status, startedAt, finishedAt, dmtVersion, newSource, newTarget, fingerprint, failure);
    }

    /** The same run, unfinished again. */
    public RunDocument reopened() {
        return new RunDocument(
                version,
                runId,
                WorkStatus.RUNNING,
                startedAt,
                Optional.empty(),
                dmtVersion,
                source,
                target,
                configFingerprint,
                Optional.empty());
    }
}
