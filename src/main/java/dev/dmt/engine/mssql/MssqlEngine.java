package dev.dmt.engine.mssql;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.Engine;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetDialect;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.nio.file.Path;

/** SQL Server 2016 and newer. */
public final class MssqlEngine implements Engine {
    @Override
    public EngineName name() {
        return EngineName.MSSQL;
    }

    @Override
    public SourceDatabase openSource(DatabaseConfig config, Path workspace) {
        throw refusal();
    }

    @Override
    public TargetDialect dialect(DatabaseConfig config) {
        throw refusal();
    }

    @Override
    public TargetDatabase openTarget(DatabaseConfig config, int connections) {
        throw refusal();
    }

    private static DmtException refusal() {
        return new DmtException(
                ErrorCode.CONFIG,
                "this build of dmt cannot open a mssql database",
                ErrorContext.hint("choose another type"));
    }
}
