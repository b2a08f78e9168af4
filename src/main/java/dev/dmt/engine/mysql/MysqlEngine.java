package dev.dmt.engine.mysql;

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

/** MySQL 8 and newer, MariaDB 10.6 and newer. */
public final class MysqlEngine implements Engine {
    @Override
    public EngineName name() {
        return EngineName.MYSQL;
    }

    @Override
    public SourceDatabase openSource(DatabaseConfig config, Path workspace) {
        return MysqlSource.open(config);
    }

    @Override
    public TargetDialect dialect(DatabaseConfig config) {
        return new MysqlDialect(MysqlTarget.schema(config));
    }

    @Override
    public TargetDatabase openTarget(DatabaseConfig config, int connections) {
        return MysqlTarget.open(config, connections);
    }

    @Override
    public List<String> documentedTypes() {
        return List.of(
                "tinyint(1)",
                "tinyint",
                "tinyint unsigned",
                "smallint",
                "smallint unsigned",
                "mediumint",
                "mediumint unsigned",
                "int",
                "int unsigned",
                "bigint",
                "bigint unsigned",
                "decimal(10,2)",
                "decimal(65,30)",
                "float",
                "double",
                "bit(1)",
                "bit(8)",
                "char(10)",
                "varchar(20)",
                "tinytext",
                "text",
                "mediumtext",
                "longtext",
                "binary(16)",
                "varbinary(20)",
                "tinyblob",
                "blob",
                "mediumblob",
                "longblob",
                "date",
                "time",
                "time(6)",
                "datetime",
                "datetime(6)",
                "timestamp",
                "timestamp(6)",
                "year",
                "json",
                "enum('a','b')",
                "set('a','b')",
                "uuid",
                "inet4",
                "inet6",
                "geometry",
                "point");
    }

    @Override
    public Optional<SourceTypes> declaredTypes() {
        return Optional.of(new MysqlSourceTypes());
    }
}
