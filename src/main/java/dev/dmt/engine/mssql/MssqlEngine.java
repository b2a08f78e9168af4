package dev.dmt.engine.mssql;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.Engine;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetDialect;
import java.nio.file.Path;

/** SQL Server 2016 and newer. */
public final class MssqlEngine implements Engine {
    @Override
    public EngineName name() {
        return EngineName.MSSQL;
    }

    @Override
    public SourceDatabase openSource(DatabaseConfig config, Path workspace) {
        return MssqlSource.open(config);
    }

    @Override
    public TargetDialect dialect(DatabaseConfig config) {
        return new MssqlDialect(MssqlTarget.schema(config));
    }

    @Override
    public TargetDatabase openTarget(DatabaseConfig config, int connections) {
        return MssqlTarget.open(config, connections);
    }
}
