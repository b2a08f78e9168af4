package dev.dmt.engine.oracle;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.Engine;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetDialect;
import java.nio.file.Path;

/** Oracle 19c and newer. */
public final class OracleEngine implements Engine {
    @Override
    public EngineName name() {
        return EngineName.ORACLE;
    }

    @Override
    public SourceDatabase openSource(DatabaseConfig config, Path workspace) {
        return OracleSource.open(config);
    }

    @Override
    public TargetDialect dialect(DatabaseConfig config) {
        return new OracleDialect(OracleDialect.schema(config));
    }

    @Override
    public TargetDatabase openTarget(DatabaseConfig config, int connections) {
        return OracleTarget.open(config, connections);
    }
}
