package dev.dmt.transfer;

import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.engine.Ledger;
import dev.dmt.report.Progress;

/** What a unit tells its progress to: the ledger, which is the truth, the checkpoint, which mirrors it, and who watches. */
public record UnitPorts(Ledger ledger, CheckpointStore checkpoint, Progress progress) {}
