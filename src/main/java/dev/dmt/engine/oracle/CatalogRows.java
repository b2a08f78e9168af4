package dev.dmt.engine.oracle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the dictionary answers, row by row. */
record CatalogRows(
        List<TableRow> tables,
        List<ColumnRow> columns,
        List<ConstraintRow> constraints,
        List<IndexRow> indexes,
        List<IdentityRow> identities,
        List<TriggerRow> triggers) {
    CatalogRows {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        identities = List.copyOf(identities);
        triggers = List.copyOf(triggers);
    }

    /** A table. */
    record TableRow(String name, boolean partitioned, boolean indexOrganized, Optional<String> comment) {}

    /**
     * A column.
     *
     * @param typeOwner empty for the server's own types
     * @param characters its length in characters, or in bytes where it is declared so
     * @param defaultSql also the expression of a virtual column
     */
    record ColumnRow(
            String table,
            String name,
            String type,
            Optional<String> typeOwner,
            int length,
            OptionalInt precision,
            OptionalInt scale,
            int characters,
            boolean countsBytes,
            boolean nullable,
            boolean virtual,
            boolean invisible,
            boolean identity,
            Optional<String> collation,
            boolean defaultOnNull,
            Optional<String> comment,
            Optional<String> defaultSql) {}

    /**
     * One column of a constraint.
     *
     * @param kind P, U, R or C
     */
    record ConstraintRow(
            String table,
            String name,
            String kind,
            boolean enabled,
            boolean deferrable,
            boolean deferred,
            Optional<String> deleteRule,
            Optional<String> condition,
            Optional<String> column,
            Optional<String> parentOwner,
            Optional<String> parent,
            Optional<String> parentColumn) {}

    /**
     * One part of an index.
     *
     * @param kind NORMAL, BITMAP, FUNCTION-BASED NORMAL, DOMAIN, ...
     * @param domain which kind of domain index it is
     */
    record IndexRow(
            String table,
            String name,
            String kind,
            boolean unique,
            Optional<String> domain,
            String column,
            boolean descending,
            Optional<String> expression) {}

    /**
     * An identity column.
     *
     * @param next the number that the server has not yet set aside
     */
    record IdentityRow(String table, String column, boolean always, long next, long step, boolean cycles) {}

    /** A trigger. */
    record TriggerRow(String table, String name, String event, String body) {}
}
