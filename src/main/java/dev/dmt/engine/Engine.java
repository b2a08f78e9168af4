package dev.dmt.engine;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import java.nio.file.Path;

/** A database engine: a factory of its two roles. The role that it cannot take it refuses. */
public interface Engine {
    EngineName name();

    /**
     * Opens a source for consistent reading.
     *
     * @param workspace a folder of this run's own, for copies
     */
    SourceDatabase openSource(DatabaseConfig config, Path workspace);

    /** What can be said of a target of this kind without opening it; refused where the engine is no target. */
    TargetDialect dialect(DatabaseConfig config);

    /** Opens a target, with at most {@code connections} connections. */
    TargetDatabase openTarget(DatabaseConfig config, int connections);
}
