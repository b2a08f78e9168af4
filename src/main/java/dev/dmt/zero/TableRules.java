package dev.dmt.zero;

import dev.dmt.schema.TableName;
import dev.dmt.schema.replicated.ReplicatedTable;
import java.util.Optional;

/** What keeps a table as a whole from being synced, whatever its columns and keys are. */
final class TableRules {
    /** Of schema, dot and table. */
    private static final int LONGEST = 63;

    private TableRules() {}

    /** Empty where nothing does. */
    static Optional<ZeroFinding> obstacle(ReplicatedTable table, TableChoice choice) {
        if (!choice.wants(table.name())) {
            return Optional.of(leftOut(table, "zero.tables leaves it out", "Name it in zero.tables."));
        }
        return nature(table).or(() -> name(table));
    }

    private static Optional<ZeroFinding> nature(ReplicatedTable table) {
        return switch (table.nature()) {
            case TABLE, PARTITIONED ->
                table.logged()
                        ? Optional.empty()
                        : Optional.of(leftOut(
                                table,
                                "it is UNLOGGED: its changes never reach the log that Zero follows",
                                Remedy.alter(table.name(), "SET LOGGED")));
            case PARTITION ->
                Optional.of(leftOut(table, "it is a partition: its rows arrive as those of the partitioned table", ""));
            case VIEW ->
                Optional.of(leftOut(
                        table,
                        "it is a view, which is never replicated",
                        "Query the tables it reads, or write a query of it."));
            case MATERIALIZED_VIEW ->
                Optional.of(leftOut(
                        table,
                        "it is a materialized view, which is never replicated",
                        "Keep its rows in a table of their own."));
            case FOREIGN_TABLE ->
                Optional.of(leftOut(
                        table,
                        "it is a foreign table, whose rows are in another database",
                        "Copy its rows into a table of this database."));
        };
    }

    private static Optional<ZeroFinding> name(ReplicatedTable table) {
        TableName name = table.name();
        if (!ZeroNameRule.isTableSpelling(name.name())) {
            return Optional.of(leftOut(
                    table,
                    "Zero fails over a published table whose name is not letters, digits, _ and - after a letter or _",
                    Remedy.renameTable(name)));
        }
        if (ZeroNameRule.isHidden(ReplicaNames.of(name))) {
            return Optional.of(leftOut(
                    table,
                    "Zero overlooks or fails over tables that are called like SQLite's, Litestream's or its own",
                    ZeroNameRule.isHidden(name.name())
                            ? Remedy.renameTable(name)
                            : Remedy.alter(name, "SET SCHEMA public")));
        }
        return schema(name).map(reason -> leftOut(table, reason, Remedy.alter(name, "SET SCHEMA public")));
    }

    private static Optional<String> schema(TableName table) {
        String name = table.schema();
        if (ReplicaNames.of(table).length() > LONGEST) {
            return Optional.of("with its schema's its name is longer than " + LONGEST
                    + " characters, and Zero ends the connection of each client that queries it");
        }
        if (name.indexOf('"') >= 0) {
            return Optional.of("Zero fails over the quotation mark in its schema's name");
        }
        // Such a table is copied, but the first query of it ends the connection.
        return name.chars().allMatch(c -> c < 128)
                ? Optional.empty()
                : Optional.of(
                        "Zero takes no letters but plain ones in its schema's name, and ends the connection of each client"
                                + " that queries it");
    }

    static ZeroFinding leftOut(ReplicatedTable table, String reason, String remedy) {
        return new ZeroFinding(ZeroFinding.Kind.TABLE_LEFT_OUT, table.name().toString(), "", reason, remedy);
    }
}
