package dev.dmt.engine.mysql;

import dev.dmt.config.EngineName;
import dev.dmt.engine.Ddl;
import dev.dmt.engine.TargetDialect;
import dev.dmt.engine.TargetTypes;
import dev.dmt.engine.WireFormat;
import java.util.Optional;

/** What can be said of MySQL and MariaDB without a server. A schema is a database. */
record MysqlDialect(String defaultSchema) implements TargetDialect {
    /** InnoDB's limit. */
    private static final int MAXIMUM_COLUMNS = 1017;

    @Override
    public String engine() {
        return EngineName.MYSQL.text();
    }

    @Override
    public TargetTypes types() {
        return new MysqlTypes();
    }

    @Override
    public Ddl ddl() {
        return new MysqlDdl();
    }

    @Override
    public WireFormat.Csv wireFormat() {
        return LoadClause.FORMAT;
    }

    @Override
    public int maximumColumns() {
        return MAXIMUM_COLUMNS;
    }

    @Override
    public Optional<String> acceptedName(String wanted) {
        return MysqlIdentifiers.accepted(wanted);
    }
}
