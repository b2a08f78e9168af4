package dev.dmt.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a run has come.
 *
 * @param run empty where the checkpoint knows no run yet
 * @param steps in the order in which a run takes them
 * @param units the transfer's units that have been started, and those that wait
 * @param refusal what waits for a yes, where something does
 * @param checkpoint where the run's files lie
 */
public record StatusView(
        Optional<RunView> run,
        List<StepStatus> steps,
        List<UnitStatus> units,
        Optional<Refusal> refusal,
        String checkpoint) {
    public StatusView {
        steps = List.copyOf(steps);
        units = List.copyOf(units);
    }

    /** How far a piece of work has come. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        /** Asked for a yes that nobody gave. */
        REFUSED
    }

    /** One step: {@code done} of {@code total} pieces, where it has pieces. */
    public record StepStatus(String step, State state, long done, long total, Duration elapsed) {}

    /** One unit of the transfer; {@code expectedRows} is negative where nobody knows. */
    public record UnitStatus(String unit, State state, long rows, long expectedRows, Optional<Instant> updated) {}
}
