package dev.dmt.config;

import java.util.List;
import java.util.Map;

/**
 * What to move and how.
 *
 * @param renameTables source name to target name
 * @param renameColumns "table.column" of the source to the target's column name
 * @param types "table.column" of the source to a logical type
 * @param schemaMap source schema to target schema; "*" stands for those not named
 * @param largeTableRows a table with more rows is cut into parts, each a unit
 * @param shardRows at most so many rows a shard
 * @param shardBytes at most about so many bytes a shard, before compression
 * @param streamMemory bytes that all streamed units together may have on their way
 * @param incremental which rows a repeated load reads
 * @param workers units in parallel; 0 means what the machine grants
 */
public record MigrationConfig(
        TargetMode targetMode,
        List<String> includeTables,
        List<String> excludeTables,
        Map<String, String> renameTables,
        Map<String, String> renameColumns,
        Map<String, String> types,
        TransferVia via,
        long streamMemory,
        int workers,
        long largeTableRows,
        int maxUnits,
        long shardRows,
        long shardBytes,
        BadRowPolicy onBadRow,
        long maxRejects,
        MisfitPolicy onMisfit,
        BadTextPolicy onBadText,
        boolean createIndexes,
        boolean createForeignKeys,
        boolean createChecks,
        IncrementalConfig incremental,
        ZeroDatePolicy zeroDates,
        EmptyTextPolicy emptyText,
        Map<String, String> schemaMap) {
    public MigrationConfig {
        includeTables = List.copyOf(includeTables);
        excludeTables = List.copyOf(excludeTables);
        renameTables = Map.copyOf(renameTables);
        renameColumns = Map.copyOf(renameColumns);
        types = Map.copyOf(types);
        schemaMap = Map.copyOf(schemaMap);
    }

    /** All rows each time; zero dates, and empty texts where they would be NULL, refused; no say in which schema goes where. */
    public MigrationConfig(
            TargetMode targetMode,
            List<String> includeTables,
            List<String> excludeTables,
            Map<String, String> renameTables,
            Map<String, String> renameColumns,
            Map<String, String> types,
            TransferVia via,
            long streamMemory,
            int workers,
            long largeTableRows,
            int maxUnits,
            long shardRows,
            long shardBytes,
            BadRowPolicy onBadRow,
            long maxRejects,
            MisfitPolicy onMisfit,
            BadTextPolicy onBadText,
            boolean createIndexes,
            boolean createForeignKeys,
            boolean createChecks) {
        this(
                targetMode,
                includeTables,
                excludeTables,
                renameTables,
                renameColumns,
                types,
                via,
                streamMemory,
                workers,
                largeTableRows,
                maxUnits,
                shardRows,
                shardBytes,
                onBadRow,
                maxRejects,
                onMisfit,
                onBadText,
                createIndexes,
                createForeignKeys,
                createChecks,
                IncrementalConfig.NONE,
                ZeroDatePolicy.FAIL,
                EmptyTextPolicy.FAIL,
                Map.of());
    }

    /** What becomes of a row with a value that its column's type cannot hold: {@code on_misfit: reject} alone sets it aside. */
    public BadRowPolicy onUnreadableRow() {
        return onMisfit == MisfitPolicy.REJECT ? BadRowPolicy.QUARANTINE : onBadRow;
    }
}
