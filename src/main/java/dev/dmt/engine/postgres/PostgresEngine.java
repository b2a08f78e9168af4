package dev.dmt.engine.postgres;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.Engine;
import dev.dmt.engine.SharedSnapshot;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.SourceTypes;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetDialect;
import dev.dmt.schema.NamedType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL 14 and newer. */
public final class PostgresEngine implements Engine {
    @Override
    public EngineName name() {
        return EngineName.POSTGRES;
    }

    @Override
    public SourceDatabase openSource(DatabaseConfig config, Path workspace) {
        return PostgresSource.open(config);
    }

    @Override
    public SourceDatabase openSource(DatabaseConfig config, SharedSnapshot held) {
        return PostgresSource.open(config, held);
    }

    @Override
    public List<String> documentedTypes() {
        return DocumentedTypes.ALL;
    }

    @Override
    public List<NamedType> documentedNames() {
        return DocumentedTypes.EXAMPLES.named();
    }

    @Override
    public Optional<SourceTypes> declaredTypes() {
        return Optional.of(new PostgresSourceTypes(DocumentedTypes.EXAMPLES));
    }

    @Override
    public TargetDialect dialect(DatabaseConfig config) {
        return new PostgresDialect(PostgresTarget.schema(config));
    }

    @Override
    public TargetDatabase openTarget(DatabaseConfig config, int connections) {
        return PostgresTarget.open(config, connections);
    }
}
