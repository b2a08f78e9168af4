package dev.dmt.step;

import dev.dmt.config.DmtConfig;
import dev.dmt.report.Progress;

/** What steps work with: the config, the run, its checkpoint, and the databases, opened when first needed. */
public final class StepContext implements AutoCloseable {
    private final DmtConfig config;
    private final RunOptions options;
    private final Progress progress;

    private StepContext(DmtConfig config, RunOptions options, Progress progress) {
        this.config = config;
        this.options = options;
        this.progress = progress;
    }

    public static StepContext open(DmtConfig config, RunOptions options, Progress progress) {
        return new StepContext(config, options, progress);
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

    @Override
    public void close() {}
}
