package dev.dmt.engine.postgres;

import dev.dmt.config.EngineName;
import dev.dmt.engine.Ddl;
import dev.dmt.engine.TargetDialect;
import dev.dmt.engine.TargetTypes;
import dev.dmt.engine.WireColumn;
import dev.dmt.engine.WireFormat;
import java.util.List;
import java.util.Optional;

/** What can be said of PostgreSQL without a server. */
record PostgresDialect(String defaultSchema) implements TargetDialect {
    /** MaxHeapAttributeNumber of the server. */
    private static final int MAXIMUM_COLUMNS = 1600;

    @Override
    public String engine() {
        return EngineName.POSTGRES.text();
    }

    @Override
    public TargetTypes types() {
        return new PostgresTypes();
    }

    @Override
    public Ddl ddl() {
        return new PostgresDdl();
    }

    @Override
    public WireFormat.Csv wireFormat() {
        return WireFormat.CSV;
    }

    @Override
    public Optional<WireFormat.Own> ownFormat(List<WireColumn> columns, boolean untouched) {
        return untouched ? Optional.of(BinaryFormat.passedThrough()) : BinaryFormat.of(columns);
    }

    @Override
    public int maximumColumns() {
        return MAXIMUM_COLUMNS;
    }

    @Override
    public boolean constraintNamesAreTheTables() {
        return true;
    }

    @Override
    public Optional<String> acceptedName(String wanted) {
        return PostgresIdentifiers.accepted(wanted);
    }
}
