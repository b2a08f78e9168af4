package dev.dmt.engine;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.NamedType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A database engine: a factory of its two roles. The role that it cannot take it refuses. */
public interface Engine {
    EngineName name();

    /**
     * Opens a source for consistent reading.
     *
     * @param workspace a folder of this run's own, for copies
     */
    SourceDatabase openSource(DatabaseConfig config, Path workspace);

    /** Opens a source for reading the state that another process holds, or refuses. */
    default SourceDatabase openSource(DatabaseConfig config, SharedSnapshot held) {
        throw new DmtException(
                ErrorCode.CONFIG,
                "a " + name().text() + " source cannot be read by a snapshot that another process holds",
                ErrorContext.hint("remove source-snapshot.yaml from beside the checkpoint"));
    }

    /** What can be said of a target of this kind without opening it; refused where the engine is no target. */
    TargetDialect dialect(DatabaseConfig config);

    /**
     * Its native types, each as the engine's own catalog spells it, with arguments as they are common
     * ({@code varchar(20)}, {@code numeric(10,2)}): what docs/types.md tells of. Empty where it is no source.
     */
    default List<String> documentedTypes() {
        return List.of();
    }

    /** Examples of what people make for themselves, where {@link #documentedTypes} has such. */
    default List<NamedType> documentedNames() {
        return List.of();
    }

    /** How declarations are read where there is no database to ask; empty where the engine is no source. */
    default Optional<SourceTypes> declaredTypes() {
        return Optional.empty();
    }

    /** Opens a target, with at most {@code connections} connections. */
    TargetDatabase openTarget(DatabaseConfig config, int connections);
}
