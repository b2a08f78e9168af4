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
        String target) {

    /** The same run where a step of it failed or was refused and nothing goes on. */
    RunView halted(StatusView.State how) {
        return new RunView(id, how, started, finished, rows, source, target);
    }
}
