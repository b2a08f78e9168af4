package dev.dmt.step;

import java.time.Instant;
import java.util.Optional;

/** One run, as history lists it. Endpoints are described without secrets. */
public record RunView(
        String id,
        StatusView.State state,
        Optional<Instant> started,
        Optional<Instant> finished,
        long rows,
        String source,
        String target) {}
