package dev.dmt.engine.mysql;

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

/** MySQL 8 and newer, MariaDB 10.6 and newer. */
public final class MysqlEngine implements Engine {
    @Override
    public EngineName name() {
        return EngineName.MYSQL;
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
                "this build of dmt cannot open a mysql database",
                ErrorContext.hint("choose another type"));
    }
}
