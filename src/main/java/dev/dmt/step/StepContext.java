package dev.dmt.step;

import dev.dmt.attempt.Cancellation;
import dev.dmt.attempt.Task;
import dev.dmt.attempt.WorkerPool;
import dev.dmt.checkpoint.CheckpointFolder;
import dev.dmt.checkpoint.CheckpointStore;
import dev.dmt.checkpoint.FailureNote;
import dev.dmt.checkpoint.StepDocument;
import dev.dmt.checkpoint.WorkStatus;
import dev.dmt.config.DmtConfig;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.SourceDatabase;
import dev.dmt.engine.TargetDatabase;
import dev.dmt.engine.TargetDialect;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.PlanSurvey;
import dev.dmt.plan.TablePlan;
import dev.dmt.plan.UnitPlan;
import dev.dmt.report.Progress;
import dev.dmt.schema.TableProfile;
import dev.dmt.storage.SafeFileName;
import dev.dmt.transfer.reject.RejectFiles;
import dev.dmt.validate.RejectFilter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What steps work with: the config, the run, its checkpoint, and the databases, opened when first needed. */
public final class StepContext implements AutoCloseable {
    private final DmtConfig config;
    private final RunOptions options;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Clock clock = Clock.systemUTC();
    private final CheckpointStore store;
    private final RunRegister runs;
    private final Databases databases;
    private Optional<MigrationPlan> plan = Optional.empty();
    private Optional<PlanSurvey> survey = Optional.empty();

    private StepContext(DmtConfig config, RunOptions options, Progress progress, Cancellation cancellation) {
        this.config = config;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
        this.store = new CheckpointFolder(config.checkpoint());
        this.runs = new RunRegister(config, options, store, clock);
        this.databases = new Databases(config, cancellation);
    }

    public static StepContext open(DmtConfig config, RunOptions options, Progress progress, Cancellation cancellation) {
        return new StepContext(config, options, progress, cancellation);
    }

    public DmtConfig config() {
        return config;
    }

    public RunOptions options() {
        return options;
    }

    public String owner() {
        return options.owner();
    }

    public Progress progress() {
        return progress;
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    public CheckpointStore store() {
        return store;
    }

    public RunRegister runs() {
        return runs;
    }

    public String runId() {
        return runs.require().runId();
    }

    SourceDatabase source() {
        return databases.source(workspace());
    }

    /** The source as it is now, whatever state another process holds. */
    SourceDatabase ownSource() {
        return databases.ownSource(workspace());
    }

    TargetDatabase target() {
        return databases.target(workers());
    }

    TargetDialect dialect() {
        return databases.dialect();
    }

    /** The schema of the target that tables go to. */
    String targetSchema() {
        String schema = config.target().schema();
        return schema.isEmpty() ? dialect().defaultSchema() : schema;
    }

    /** All schemas of the target that the plan's tables go to, where there is a plan. */
    List<String> targetSchemas() {
        Set<String> schemas = new TreeSet<>();
        if (config.source().severalSchemas() || !config.migration().schemaMap().isEmpty()) {
            planOrPreview()
                    .tables()
                    .forEach(table -> schemas.add(table.target().name().schema()));
        }
        return schemas.isEmpty() ? List.of(targetSchema()) : List.copyOf(schemas);
    }

    Ledger ledger() {
        return databases.ledger(workers());
    }

    Preview preview() {
        return new Preview(this);
    }

    /** The rows of a unit that were set aside. */
    RejectFiles rejectFiles(TablePlan table, UnitPlan unit) {
        return RejectFiles.of(
                config.staging().path(),
                runId(),
                unit.id(),
                table.columns().stream().map(ColumnPlan::source).toList());
    }

    /** The source rows that the transfer set aside because the target refused them. */
    RejectFilter rejects(TablePlan table) {
        Set<String> keys = new HashSet<>();
        table.units().forEach(unit -> keys.addAll(rejectFiles(table, unit).refusedKeys()));
        return keys.isEmpty()
                ? RejectFilter.NONE
                : cursor -> keys.contains(cursor.key().toString());
    }

    /** A folder of this run's own under the staging folder. */
    Path workspace() {
        String run = runs.current()
                .map(document -> document.runId())
                .orElse(options.runId().orElse("preview"));
        return config.staging().path().resolve(SafeFileName.encode(run));
    }

    private int workers() {
        int wanted = config.migration().workers();
        return wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
    }

    /** Runs independent tasks, as many at a time as the config or the machine grants. */
    <T> List<T> inParallel(List<Task<T>> tasks) {
        return new WorkerPool<T>(workers()).run(tasks, cancellation);
    }

    <T> List<T> oneByOne(List<Task<T>> tasks) {
        return new WorkerPool<T>(1).run(tasks, cancellation);
    }

    SchemaDocument requireSchema() {
        return store.read(Documents.SCHEMA, SchemaDocument.class)
                .orElseThrow(() -> new DmtException(
                        ErrorCode.CONFIG,
                        "the source has not been described yet",
                        ErrorContext.hint("dmt step extract-schema comes first")));
    }

    synchronized MigrationPlan requirePlan() {
        if (plan.isEmpty()) {
            runs.require();
            plan = store.read(Documents.PLAN, MigrationPlan.class);
        }
        return plan.orElseThrow(() -> new DmtException(
                ErrorCode.CONFIG,
                "there is no plan yet",
                ErrorContext.hint("dmt step extract-schema and dmt step plan come first")));
    }

    /**
     * The plan of the run that the next command would go on with, else one made in memory: for looking without touching.
     * A plan that was made for another source, target or policy says nothing of this one.
     */
    synchronized MigrationPlan planOrPreview() {
        if (plan.isEmpty() && runs.goesOn()) {
            plan = store.read(Documents.PLAN, MigrationPlan.class);
        }
        if (plan.isEmpty()) {
            Preview preview = preview();
            plan = Optional.of(preview.plan(preview.schema(dialect()), dialect()));
        }
        return plan.get();
    }

    /** The same, with what stands in the way of a plan, where something does, in place of a refusal. */
    synchronized PlanSurvey survey() {
        if (plan.isEmpty()
                && !(runs.goesOn()
                        && store.read(Documents.PLAN, MigrationPlan.class).isPresent())) {
            // The source is scanned for it: once is enough.
            if (survey.isEmpty()) {
                Preview preview = preview();
                survey = Optional.of(preview.survey(preview.schema(dialect()), dialect()));
            }
            return survey.get();
        }
        List<TableProfile> profiles = store.read(Documents.SCHEMA, SchemaDocument.class)
                .map(SchemaDocument::profiles)
                .orElse(List.of());
        return new PlanSurvey(planOrPreview(), List.of(), profiles);
    }

    /** The planned tables that a request means. */
    List<TablePlan> tables(StepRequest request) {
        MigrationPlan whole = request.dryRun() ? planOrPreview() : requirePlan();
        return new TableChoice(config.migration(), whole).of(request.tables());
    }

    /** Runs a step's work and writes down how it went; a step with nothing to do leaves the earlier record alone. */
    StepResult recorded(String step, StepRequest request, Supplier<StepResult> work) {
        return unlessFinished(step, () -> recordedAlways(step, request, work));
    }

    /** A finished run is over: its ledger may be gone, so nothing of it is done again. */
    StepResult unlessFinished(String step, Supplier<StepResult> work) {
        cancellation.check();
        return runs.isFinished() ? new StepResult(step, true, Map.of(), List.of()) : work.get();
    }

    /** The same for a step that looks again each time, also after the run. */
    StepResult recordedAlways(String step, StepRequest request, Supplier<StepResult> work) {
        cancellation.check();
        String document = request.tables().isEmpty()
                ? Documents.step(step)
                : Documents.step(step, String.join("+", request.tables()));
        Instant started = Instant.now(clock);
        StepDocument running = new StepDocument(
                step, WorkStatus.RUNNING, started, Optional.empty(), Map.of(), owner(), "", Optional.empty());
        Optional<StepDocument> earlier = store.read(document, StepDocument.class);
        if (earlier.map(e -> e.status() != WorkStatus.DONE).orElse(true)) {
            store.write(document, running);
        }
        try {
            StepResult result = work.get();
            if (!result.noop()
                    || earlier.map(e -> e.status() != WorkStatus.DONE).orElse(true)) {
                store.write(document, done(running, result));
            }
            return result;
        } catch (DmtException e) {
            store.write(document, failed(running, e));
            throw e;
        }
    }

    private StepDocument done(StepDocument running, StepResult result) {
        return new StepDocument(
                running.step(),
                WorkStatus.DONE,
                running.startedAt(),
                Optional.of(Instant.now(clock)),
                result.counts(),
                running.owner(),
                String.join("\n", result.lines()),
                Optional.empty());
    }

    private WorkStatus statusAfter(DmtException failure) {
        if (failure.code() == ErrorCode.CANCELLED || cancellation.requested()) {
            return WorkStatus.CANCELLED;
        }
        return Confirmation.wantedBy(failure) ? WorkStatus.REFUSED : WorkStatus.FAILED;
    }

    private StepDocument failed(StepDocument running, DmtException failure) {
        return new StepDocument(
                running.step(),
                statusAfter(failure),
                running.startedAt(),
                Optional.of(Instant.now(clock)),
                Map.of(),
                running.owner(),
                "",
                Optional.of(FailureNote.of(failure)));
    }

    @Override
    public void close() {
        databases.close();
    }
}
