package dev.dmt.cli;

import dev.dmt.engine.CheckFinding;
import dev.dmt.engine.SharedSnapshot;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.Omission;
import dev.dmt.step.CheckRequest;
import dev.dmt.step.CheckView;
import dev.dmt.step.ExplainView;
import dev.dmt.step.Inquiries;
import dev.dmt.step.ResetRequest;
import dev.dmt.step.ResetView;
import dev.dmt.step.RunView;
import dev.dmt.step.StatusView;
import dev.dmt.step.StepContext;
import dev.dmt.step.UnitsView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers that are always the same. */
final class FakeInquiries implements Inquiries {
    private static final RunView RUN = new RunView(
            "r1",
            StatusView.State.DONE,
            Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
            Optional.empty(),
            1234,
            "sqlite:app.db",
            "postgres://app@localhost/app");

    boolean reachable = true;

    @Override
    public StatusView status(StepContext context) {
        return new StatusView(
                Optional.of(RUN),
                List.of(new StatusView.StepStatus("transfer", StatusView.State.DONE, 2, 2, Duration.ofSeconds(3))),
                List.of(new StatusView.UnitStatus("orders.p01", StatusView.State.DONE, 1234, -1, Optional.empty())),
                Optional.empty(),
                "checkpoint.yaml");
    }

    @Override
    public List<RunView> history(StepContext context) {
        return List.of(RUN);
    }

    @Override
    public UnitsView units(StepContext context, UnitsView.LaneName lane) {
        return new UnitsView(
                lane, List.of(new UnitsView.Batch("orders.p01", List.of("orders"), List.of("orders.p01"), 9)));
    }

    @Override
    public CheckView check(StepContext context, CheckRequest request) {
        CheckFinding good = CheckFinding.good("config", "is well-formed");
        CheckFinding bad =
                new CheckFinding("target", "does not answer", Optional.of(ErrorCode.UNREACHABLE), "start the server");
        return new CheckView(reachable ? List.of(good) : List.of(good, bad));
    }

    @Override
    public void holdSnapshot(StepContext context, Consumer<SharedSnapshot> ready) {
        ready.accept(new SharedSnapshot("00000003-0000001B-1", Instant.EPOCH));
    }

    @Override
    public ExplainView explain(StepContext context, List<String> tables) {
        ExplainView.ExplainedColumn column = new ExplainView.ExplainedColumn(
                "id",
                "id",
                "INTEGER",
                "bigint",
                Fidelity.EXACT,
                List.of(),
                Optional.of(new ExplainView.Found(0, 0, Optional.of("1"), Optional.of("40"), 0, 0)));
        ExplainView.ExplainedTable table = new ExplainView.ExplainedTable(
                "orders",
                "public.orders",
                "small",
                10,
                "csv shards",
                List.of("orders"),
                List.of(column),
                List.of("CREATE TABLE orders (id bigint)"),
                List.of());
        return new ExplainView(
                "one snapshot",
                List.of(table),
                List.of(new Omission("view", "", "v", "views stay behind", "")),
                List.of());
    }

    @Override
    public ResetView reset(StepContext context, ResetRequest request) {
        return new ResetView(request.step(), List.of("steps/transfer/orders"));
    }

    @Override
    public Optional<String> keepServer(StepContext context) {
        return Optional.of("postgres://dmt@localhost:4242/dmt");
    }
}
