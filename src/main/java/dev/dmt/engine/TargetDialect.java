package dev.dmt.engine;

import java.util.List;
import java.util.Optional;

/** What can be said of a target without connecting to it: types, DDL, names, wire format. */
public interface TargetDialect {
    /** The engine's name, as {@link dev.dmt.schema.LogicalType.Native} has it. */
    String engine();

    TargetTypes types();

    Ddl ddl();

    /** The schema that tables go to unless the config says otherwise. */
    String defaultSchema();

    /** The encoding in which {@link UnitSession#load} takes its bytes always, and those of shards are. */
    WireFormat.Csv wireFormat();

    /**
     * A form of its own that it takes faster, where it has one that holds all values of these columns exactly; streamed rows
     * are in it.
     *
     * @param untouched the source gives rows in this form already: see {@link SourceTypes#givesUntouched}
     */
    default Optional<WireFormat.Own> ownFormat(List<WireColumn> columns, boolean untouched) {
        return Optional.empty();
    }

    /** True of a column's type in which a text or bytes of length 0 are NULL. */
    default boolean emptyIsNull(String nativeType) {
        return false;
    }

    /** The most columns that a table can have. */
    int maximumColumns();

    /** Whether two tables of a schema may each have a constraint of the same name. */
    default boolean constraintNamesAreTheTables() {
        return false;
    }

    /** A name as this engine keeps it: shortened to its limit; empty if nothing of it can be used. */
    Optional<String> acceptedName(String wanted);
}
