package dev.dmt.step;

import dev.dmt.config.DmtConfig;
import dev.dmt.report.Progress;

/** What steps work with: the config, the run, its checkpoint, and the databases, opened when first needed. */
public final class StepContext implements AutoCloseable {
    private final DmtConfig config;
    private final RunOptions options;
    private final Progress progress;
    private final Cancellation cancellation;

    private StepContext(DmtConfig config, RunOptions options, Progress progress, Cancellation cancellation) {
        this.config = config;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    public static StepContext open(DmtConfig config, RunOptions options, Progress progress) {
        return open(config, options, progress, new Cancellation());
    }

    public static StepContext open(DmtConfig config, RunOptions options, Progress progress, Cancellation cancellation) {
        return new StepContext(config, options, progress, cancellation);
    }

    public DmtConfig config() {
        return config;
    }

    public RunOptions options() {
        return options;
    }

    public Progress progress() {
        return progress;
    }

    /** Asked between chunks; what waits registers what wakes it. */
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public void close() {}
}
