package dev.dmt.step;

import dev.dmt.config.DmtConfig;

/** One verb of the toolkit: idempotent, killable, repeatable. */
public interface Step {
    String name();

    /** What it does, in one line of help. */
    String summary();

    /** True where {@code --table} makes sense, so that it can be fanned out. */
    boolean takesTables();

    /** False where the config leaves it out of a whole run; asked for by its name it is done all the same. */
    default boolean isWanted(DmtConfig config) {
        return true;
    }

    StepResult run(StepContext context, StepRequest request);
}
