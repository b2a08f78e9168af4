package dev.dmt.step;

/** One verb of the toolkit: idempotent, killable, repeatable. */
public interface Step {
    String name();

    /** What it does, in one line of help. */
    String summary();

    /** True where {@code --table} makes sense, so that it can be fanned out. */
    boolean takesTables();

    StepResult run(StepContext context, StepRequest request);
}
