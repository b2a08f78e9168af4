package dev.dmt.step;

import dev.dmt.config.IncrementalConfig;
import dev.dmt.engine.Advance;
import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerNote;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.plan.ColumnPlan;
import dev.dmt.plan.Increment;
import dev.dmt.plan.MigrationPlan;
import dev.dmt.plan.TablePlan;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.RowOrder;
import dev.dmt.schema.TypeKind;
import dev.dmt.transfer.IncrementMark;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Where a repeated load begins to read, by the marks that earlier ones left in the target, and where it will have come to. */
record Increments(StepContext context) {
    /** No clock on earth that an unzoned column may have been written by is further behind than this. */
    private static final Duration FURTHEST_BEHIND = Duration.ofHours(12);

    private static final long MICROS_A_DAY = 86_400_000_000L;

    /** The plan, with what each table's load begins at and reaches. */
    MigrationPlan placed(MigrationPlan plan) {
        if (!config().isWanted()) {
            return plan;
        }
        return plan.withTables(plan.tables().stream()
                .map(table -> table.increment()
                        .map(increment -> table.withIncrement(placed(table, increment)))
                        .orElse(table))
                .toList());
    }

    private IncrementalConfig config() {
        return context.config().migration().incremental();
    }

    private Increment placed(TablePlan table, Increment increment) {
        ColumnPlan column = table.columns().stream()
                .filter(candidate -> candidate.source().equals(increment.column()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no column " + increment.column()));
        String mark = IncrementMark.identity(context.config().source().describe(), table);
        return increment.reaching(from(table, column.type(), mark), next(table, column), mark);
    }

    private Optional<Long> from(TablePlan table, LogicalType type, String mark) {
        if (!context.target().catalog().holdsRows(table.target().name())) {
            return Optional.empty();
        }
        return context.ledger()
                .find(LedgerNote.RUN_ID, LedgerNote.unit(table.target().name()))
                .flatMap(LedgerRow::watermark)
                .flatMap(IncrementMark::parse)
                .filter(known -> known.identity().equals(mark))
                .map(known -> Math.subtractExact(known.value(), overlap(type)));
    }

    private long overlap(LogicalType type) {
        long micros = config().overlap().toMillis() * 1_000;
        return switch (type.kind()) {
            case DATE -> (micros + MICROS_A_DAY - 1) / MICROS_A_DAY;
            case TIMESTAMP -> micros;
            default -> config().numberOverlap();
        };
    }

    private Optional<Long> next(TablePlan table, ColumnPlan column) {
        if (column.type().kind() == TypeKind.INTEGER) {
            OptionalLong highest = highest(table, column);
            return highest.isPresent() ? Optional.of(highest.getAsLong()) : Optional.empty();
        }
        Instant moment = context.source()
                .moment()
                .orElseThrow(() -> new DmtException(
                        ErrorCode.CONFIG,
                        "the source's clock cannot be asked, which the column " + table.source() + "." + column.source()
                                + " needs",
                        ErrorContext.at("key", "migration.incremental_columns")
                                .withHint("name a whole number that only grows, or leave the table out")));
        boolean zoned = column.type() instanceof LogicalType.Timestamp timestamp && timestamp.zoned();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, zoned ? moment : moment.minus(FURTHEST_BEHIND));
        return Optional.of(column.type().kind() == TypeKind.DATE ? Math.floorDiv(micros, MICROS_A_DAY) : micros);
    }

    private OptionalLong highest(TablePlan table, ColumnPlan column) {
        TableRead read = new TableRead(
                table.source(),
                List.of(new ColumnRead(column.source(), column.type(), column.form())),
                new RowOrder(RowOrder.Kind.NONE, List.of()));
        long highest = Long.MIN_VALUE;
        boolean any = false;
        try (RowCursor rows = context.source().reader().open(read, KeyRange.ALL)) {
            while (rows.next()) {
                if (!rows.isNull(0)) {
                    highest = Math.max(highest, rows.getLong(0));
                    any = true;
                }
            }
        }
        return any ? OptionalLong.of(highest) : OptionalLong.empty();
    }

    /**
     * Notes how far tables of several units have come. Those of one unit note it with their last chunk; here no transaction
     * holds all, so it is done when the ledger says that every one is.
     */
    void note(List<TablePlan> tables) {
        List<TablePlan> divided = tables.stream()
                .filter(table -> table.units().size() > 1)
                .filter(table -> table.increment().isPresent())
                .toList();
        if (divided.isEmpty()) {
            return;
        }
        Set<String> done = LedgerUnits.of(context).done();
        for (TablePlan table : divided) {
            if (table.units().stream().allMatch(unit -> done.contains(unit.id()))) {
                IncrementMark.note(table).ifPresent(this::write);
            }
        }
    }

    private void write(LedgerNote note) {
        LedgerClaim claim = new LedgerClaim(
                context.runId(),
                note.unit(),
                note.table().toString(),
                context.owner(),
                context.config().lease());
        try (UnitSession session = context.ledger().claim(claim)) {
            session.execute(List.of(), Advance.completed().noting(Optional.of(note)));
        }
    }
}
