package dev.dmt.transfer;

import dev.dmt.attempt.RetryPolicy;
import dev.dmt.checkpoint.CheckpointFolder;
import dev.dmt.checkpoint.UnitDocument;
import dev.dmt.config.BadRowPolicy;
import dev.dmt.config.BadTextPolicy;
import dev.dmt.config.MigrationConfig;
import dev.dmt.config.MisfitPolicy;
import dev.dmt.config.ShardCompression;
import dev.dmt.config.StagingConfig;
import dev.dmt.config.TargetMode;
import dev.dmt.config.TransferVia;
import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.Lane;
import dev.dmt.plan.RowForm;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import dev.dmt.report.Progress;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.Key;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.Table;
import dev.dmt.schema.TableName;
import dev.dmt.transfer.shard.ShardFolder;
import dev.dmt.transfer.stream.MemoryBudget;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of two columns, a fake target and a real disk: what tests of units stand on. Fields are set before use. */
final class TransferBench {
    final FakeLedger ledger = new FakeLedger();
    final Path folder;
    final CheckpointFolder checkpoint;
    RowOrder.Kind order = RowOrder.Kind.ROWID;
    KeyRange range = KeyRange.ALL;
    TargetMode mode = TargetMode.DROP_RECREATE;
    BadRowPolicy onBadRow = BadRowPolicy.FAIL;
    long maxRejects = 100;
    long shardRows = 10;
    ShardCompression compression = ShardCompression.NONE;
    boolean keep;
    TransferVia via = TransferVia.CSV;
    MemoryBudget memory = new MemoryBudget(1 << 20);
    String fingerprint = "state 1";
    String owner = "one";
    Optional<Key> primaryKey = Optional.of(new Key("", List.of("id")));

    TransferBench(Path folder) {
        this.folder = folder;
        this.checkpoint = new CheckpointFolder(folder.resolve("checkpoint.yaml"));
    }

    UnitTransfer transfer(FakeReader reader) {
        return new UnitTransfer(work(), settings(), reader, ports());
    }

    UnitExport export(FakeReader reader) {
        return new UnitExport(work(), settings(), reader, checkpoint, Progress.SILENT);
    }

    UnitLoad load() {
        return new UnitLoad(work(), settings(), ports());
    }

    UnitDocument document(String step) {
        return checkpoint.read("steps/" + step + "/T", UnitDocument.class).orElseThrow();
    }

    ShardFolder shards() {
        return ShardFolder.of(folder.resolve("staging"), "run", "T");
    }

    Path rejects() {
        return folder.resolve("rejects/run/+t");
    }

    List<String> keysLoaded() {
        return ledger.rows.stream().map(row -> row.get(0)).toList();
    }

    UnitWork work() {
        RowOrder rowOrder = new RowOrder(order, order == RowOrder.Kind.NONE ? List.of() : List.of("id"));
        Table target = new Table(
                new TableName("public", "t"),
                List.of(),
                primaryKey,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                rowOrder);
        UnitPlan unit = new UnitPlan("T", range);
        TablePlan table = new TablePlan(
                TableName.of("T"),
                target,
                Lane.SMALL,
                100,
                10_000,
                rowOrder,
                List.of(column("id", "integer(64)"), column("name", "text")),
                List.of(),
                List.of(unit),
                RowForm.CSV,
                java.util.Optional.empty(),
                0,
                List.of());
        return new UnitWork("run", table, unit, fingerprint, Optional.empty());
    }

    TransferSettings settings() {
        MigrationConfig migration = new MigrationConfig(
                mode,
                List.of("*"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                via,
                64_000_000,
                1,
                1_000_000,
                64,
                shardRows,
                1 << 20,
                onBadRow,
                maxRejects,
                MisfitPolicy.FAIL,
                BadTextPolicy.FAIL,
                true,
                true,
                true);
        return new TransferSettings(
                migration,
                new StagingConfig(folder.resolve("staging"), keep, compression),
                dev.dmt.engine.WireFormat.CSV,
                memory,
                owner,
                Duration.ofSeconds(60),
                "0.1.0",
                new RetryPolicy(3, Duration.ofMillis(2), Duration.ofMillis(4)),
                Clock.systemUTC());
    }

    private UnitPorts ports() {
        return new UnitPorts(ledger, checkpoint, Progress.SILENT);
    }

    private static ColumnPlan column(String name, String type) {
        return new ColumnPlan(name, name, type, LogicalType.parse(type), "as_is", "", Fidelity.EXACT, List.of());
    }
}
