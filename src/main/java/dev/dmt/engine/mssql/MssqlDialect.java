package dev.dmt.engine.mssql;

import dev.dmt.config.EngineName;
import dev.dmt.engine.Ddl;
import dev.dmt.engine.TargetDialect;
import dev.dmt.engine.TargetTypes;
import dev.dmt.engine.WireFormat;
import java.util.Optional;

/** What can be said of SQL Server without a server. */
record MssqlDialect(String defaultSchema) implements TargetDialect {
    static final WireFormat.Csv WIRE = WireFormat.CSV.withNulInText();

    /** Of a table without sparse columns. */
    private static final int MAXIMUM_COLUMNS = 1024;

    @Override
    public String engine() {
        return EngineName.MSSQL.text();
    }

    @Override
    public TargetTypes types() {
        return new MssqlTypes();
    }

    @Override
    public Ddl ddl() {
        return new MssqlDdl();
    }

    @Override
    public WireFormat.Csv wireFormat() {
        return WIRE;
    }

    @Override
    public int maximumColumns() {
        return MAXIMUM_COLUMNS;
    }

    @Override
    public Optional<String> acceptedName(String wanted) {
        return Identifiers.accepted(wanted);
    }
}
