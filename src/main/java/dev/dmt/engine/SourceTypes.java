package dev.dmt.engine;

import dev.dmt.config.MigrationConfig;
import dev.dmt.schema.Collation;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.Parsed;
import dev.dmt.schema.Table;
import java.util.Optional;

/** How a source's declarations and data become logical types, and its expressions portable ones. */
public interface SourceTypes {
    /**
     * Decides a column's type from its declaration and its data.
     *
     * @param override the type that the config demands, if any
     */
    ColumnReading read(
            Table table,
            Column column,
            ColumnProfile profile,
            Optional<LogicalType> override,
            MigrationConfig policies);

    /** Parses an expression of the source's dialect; refused where any part of it is not understood exactly. */
    Parsed parse(String expressionSql, Table table);

    /** Parses a column's default, which may be written in ways that other expressions may not. */
    Parsed parseDefault(String defaultSql);

    /**
     * True where the source's bytes of this column are those that a target of an engine wants, by {@link Reader#open(TableRead,
     * dev.dmt.schema.KeyRange, WireFormat.Own)}.
     */
    default boolean givesUntouched(String targetEngine, WireColumn column) {
        return false;
    }

    /** When texts of the column are equal, to the keys and comparisons of the source. */
    default Collation collation(Column column) {
        return column.collation().map(Collation::unknown).orElse(Collation.EXACT);
    }
}
