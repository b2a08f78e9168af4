package dev.dmt.engine;

import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import java.util.List;
import java.util.Optional;

/** What the target holds now. */
public interface TargetCatalog {
    boolean schemaExists(String schema);

    Optional<Table> describe(TableName table);

    /** What bears a table's name without being one that rows may be moved into: a view, a foreign table. */
    Optional<String> occupant(TableName table);

    /** True where the table is there and has at least one row. */
    boolean holdsRows(TableName table);

    long count(TableName table);

    /** The foreign keys of other tables that point at this one, and are gone once it is dropped. */
    List<InboundKey> inboundKeys(TableName table);

    /** The views that read this table, and so keep it from being dropped. */
    List<TableName> dependentViews(TableName table);

    /** The publications that name this table, and lose it when it is dropped. */
    List<String> publications(TableName table);

    /** Runs a counting query, such as {@link Ddl#countOrphans} gives. */
    long countRows(String countingSql);

    /** Checks privileges, version and settings; each finding is a line for {@code dmt check}. */
    List<CheckFinding> check(String schema);
}
