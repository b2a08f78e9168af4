package dev.dmt.engine.oracle;

import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.EngineName;
import dev.dmt.engine.Ddl;
import dev.dmt.engine.TargetDialect;
import dev.dmt.engine.TargetTypes;
import dev.dmt.engine.WireFormat;
import java.util.Optional;

/** What can be said of Oracle without a server. */
record OracleDialect(String defaultSchema) implements TargetDialect {
    /** A text may hold NUL characters. */
    static final WireFormat.Csv WIRE = WireFormat.CSV.withNulInText();

    private static final int MAXIMUM_COLUMNS = 1000;

    /** The schema of the config, or the user's own. */
    static String schema(DatabaseConfig config) {
        return OracleIdentifiers.folded(config.schema().isEmpty() ? config.user() : config.schema());
    }

    @Override
    public String engine() {
        return EngineName.ORACLE.text();
    }

    @Override
    public TargetTypes types() {
        return new OracleTypes();
    }

    @Override
    public Ddl ddl() {
        return new OracleDdl();
    }

    @Override
    public WireFormat.Csv wireFormat() {
        return WIRE;
    }

    /** Large objects may be empty, and so may what is padded with blanks. */
    @Override
    public boolean emptyIsNull(String nativeType) {
        DeclaredType declared = DeclaredType.of(nativeType);
        return declared.stored() == Stored.RAW || (declared.stored() == Stored.CHARACTERS && !declared.isFixed());
    }

    @Override
    public int maximumColumns() {
        return MAXIMUM_COLUMNS;
    }

    @Override
    public Optional<String> acceptedName(String wanted) {
        return OracleIdentifiers.accepted(wanted);
    }
}
