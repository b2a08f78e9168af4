package dev.dmt.engine.oracle;

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
    public List<String> documentedTypes() {
        return List.of(
                "NUMBER(4)",
                "NUMBER(10)",
                "NUMBER(19)",
                "NUMBER(12,2)",
                "NUMBER(12,-2)",
                "NUMBER",
                "NUMBER(*,0)",
                "FLOAT(126)",
                "BINARY_FLOAT",
                "BINARY_DOUBLE",
                "VARCHAR2(20 CHAR)",
                "VARCHAR2(4000 BYTE)",
                "CHAR(3 CHAR)",
                "NVARCHAR2(20)",
                "NCHAR(3)",
                "CLOB",
                "NCLOB",
                "LONG",
                "RAW(16)",
                "LONG RAW",
                "BLOB",
                "BFILE",
                "DATE",
                "TIMESTAMP(0)",
                "TIMESTAMP(6)",
                "TIMESTAMP(9)",
                "TIMESTAMP(6) WITH TIME ZONE",
                "TIMESTAMP(6) WITH LOCAL TIME ZONE",
                "INTERVAL YEAR(2) TO MONTH",
                "INTERVAL DAY(2) TO SECOND(6)",
                "ROWID",
                "UROWID(4000)",
                "XMLTYPE",
                "JSON",
                "BOOLEAN",
                "SDO_GEOMETRY");
    }

    @Override
    public Optional<SourceTypes> declaredTypes() {
        return Optional.of(new OracleSourceTypes());
    }

    @Override
    public TargetDatabase openTarget(DatabaseConfig config, int connections) {
        return OracleTarget.open(config, connections);
    }
}
