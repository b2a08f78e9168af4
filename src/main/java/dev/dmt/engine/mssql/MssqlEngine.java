package dev.dmt.engine.mssql;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.Engine;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.SourceTypes;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetDialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** SQL Server 2016 and newer. */
public final class MssqlEngine implements Engine {
    private static final List<String> DOCUMENTED = List.of(
            "bit",
            "tinyint",
            "smallint",
            "int",
            "bigint",
            "decimal(10,2)",
            "decimal(38,0)",
            "numeric(18,4)",
            "money",
            "smallmoney",
            "real",
            "float(53)",
            "float(24)",
            "date",
            "time(7)",
            "datetime",
            "smalldatetime",
            "datetime2(7)",
            "datetime2(3)",
            "datetimeoffset(7)",
            "char(10)",
            "varchar(20)",
            "varchar(max)",
            "text",
            "nchar(10)",
            "nvarchar(20)",
            "nvarchar(max)",
            "ntext",
            "binary(8)",
            "varbinary(20)",
            "varbinary(max)",
            "image",
            "uniqueidentifier",
            "xml",
            "json",
            "hierarchyid",
            "geometry",
            "geography",
            "timestamp",
            "sql_variant",
            "vector");

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
    public List<String> documentedTypes() {
        return DOCUMENTED;
    }

    @Override
    public Optional<SourceTypes> declaredTypes() {
        return Optional.of(new MssqlSourceTypes());
    }

    @Override
    public TargetDatabase openTarget(DatabaseConfig config, int connections) {
        return MssqlTarget.open(config, connections);
    }
}
