package dev.dmt.validate;

import dev.dmt.engine.RowCursor;
import dev.dmt.engine.TableRead;
import dev.dmt.report.Progress;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.canonical.Checksum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Validates one table at a time. Holds no state between tables: threads may share it. */
public final class TableValidator {
    private final ValidationOptions options;
    private final RejectFilter rejects;
    private final Progress progress;

    public TableValidator(ValidationOptions options, RejectFilter rejects, Progress progress) {
        this.options = options;
        this.rejects = rejects;
        this.progress = progress;
    }

    /**
     * Compares the two sides.
     *
     * @param units what the table's units say they did; empty where nobody knows, as when validating on its own
     */
    public TableValidation validate(ComparedTable table, Optional<UnitTotals> units) {
        long sourceRows = table.source().count(table.plan().sourceRead(), KeyRange.ALL);
        long targetRows = table.target().count(table.targetRead(), KeyRange.ALL);
        boolean profiles = options.profiles() && !(options.extraRowsAllowed() && targetRows != sourceRows);
        Comparison comparison = new Comparison(table, profiles);
        if (profiles || options.checksum()) {
            comparison.read(sourceRows, targetRows);
        }
        List<Finding> findings = new ArrayList<>(CountCheck.check(
                table.plan().rows(),
                units.or(() -> comparison.asIfTransferred(sourceRows)),
                new CountCheck.Counted(sourceRows, targetRows),
                options.extraRowsAllowed()));
        return comparison.finish(new CountCheck.Counted(sourceRows, targetRows), units, findings);
    }

    /** One table's passes and what they come to. */
    private final class Comparison {
        private final ComparedTable table;
        private final boolean profiles;
        private Optional<ProfileCheck> profile = Optional.empty();
        private Optional<ChecksumCheck> checksum = Optional.empty();
        private long rejected;
        private long unreadable;

        Comparison(ComparedTable table, boolean profiles) {
            this.table = table;
            this.profiles = profiles;
        }

        void read(long sourceRows, long targetRows) {
            String unit = "validate " + table.plan().source();
            PairedRows told = PairedRows.begin(progress, unit, sourceRows, targetRows);
            try {
                if (options.checksum()) {
                    readInTurn(Math.max(sourceRows, targetRows), told);
                } else {
                    readAtOnce(told);
                }
                told.complete();
            } finally {
                progress.end(unit);
            }
        }

        // The source's rows decide which leaves there are, so the target waits for them.
        private void readInTurn(long rows, PairedRows told) {
            boolean byRange = table.hasWholeNumberKey();
            begin(byRange, rows);
            // A key may be indexed downwards: then its order is no use and the pass starts again without it.
            if (!readSource(byRange, told)) {
                begin(false, rows);
                told.sourceAgain();
                readSource(false, told);
            }
            readTarget(told);
        }

        // The sides of a profile share nothing.
        private void readAtOnce(PairedRows told) {
            begin(false, 0);
            String name = "validate-" + table.plan().target().name();
            try (SidePass target = SidePass.start(name, () -> readTarget(told))) {
                readSource(false, told);
                target.await();
            }
        }

        private void begin(boolean byRange, long rows) {
            profile = profiles ? Optional.of(new ProfileCheck(table.columnNames(), table.types())) : Optional.empty();
            if (options.checksum()) {
                checksum = Optional.of(
                        byRange
                                ? ChecksumCheck.byRange(table, rejects, options)
                                : ChecksumCheck.byHash(table, rows, rejects, options));
            }
        }

        private boolean readSource(boolean byRange, PairedRows told) {
            TablePass pass = new TablePass(rejects, told::source);
            TableRead read = byRange ? table.sourceReadByKey() : table.sourceRead();
            try (RowCursor cursor = table.source().open(read, KeyRange.ALL)) {
                boolean whole = pass.run(cursor, row(), row -> {
                    profile.ifPresent(check -> check.addSource(row));
                    return checksum.map(check -> check.addSource(row)).orElse(true);
                });
                rejected = pass.rejected();
                return whole;
            }
        }

        private void readTarget(PairedRows told) {
            TablePass pass = new TablePass(RejectFilter.NONE, told::target);
            try (RowCursor cursor = table.target().open(table.targetRead(), KeyRange.ALL)) {
                pass.run(cursor, row(), row -> {
                    profile.ifPresent(check -> check.addTarget(row));
                    checksum.ifPresent(check -> check.addTarget(row));
                    return true;
                });
            }
            unreadable = pass.rejected();
        }

        private CanonicalRow row() {
            return new CanonicalRow(
                    table.types(),
                    table.keyColumns(),
                    options.checksum() ? CanonicalRow.Hashing.ROWS : CanonicalRow.Hashing.NONE);
        }

        /** Where rows were rejected on reading, the target is to have those that were not. */
        Optional<UnitTotals> asIfTransferred(long sourceRows) {
            return rejected == 0
                    ? Optional.empty()
                    : Optional.of(new UnitTotals(sourceRows, rejected, sourceRows - rejected));
        }

        TableValidation finish(CountCheck.Counted counted, Optional<UnitTotals> units, List<Finding> findings) {
            List<String> notes = new ArrayList<>();
            if (options.profiles() && !profiles) {
                notes.add("column profiles are not compared: the target holds rows of its own");
            }
            units.filter(totals -> totals.rejected() != rejected && (profile.isPresent() || checksum.isPresent()))
                    .ifPresent(totals -> notes.add("the units rejected " + totals.rejected()
                            + " rows, reading the source again rejects " + rejected));
            if (unreadable > 0) {
                findings.add(Finding.of(
                        Finding.Kind.UNREADABLE,
                        unreadable + " rows of the target hold a value that is not of its column's type"));
            }
            profile.ifPresent(check -> findings.addAll(check.findings(options.showData())));
            Optional<ChecksumCheck.Outcome> outcome = checksum.map(ChecksumCheck::finish);
            outcome.ifPresent(found -> findings.addAll(found.findings()));
            Optional<Checksum> sum = outcome.map(ChecksumCheck.Outcome::source);
            return new TableValidation(
                    table.plan().source().toString(),
                    counted.source(),
                    counted.target(),
                    rejected,
                    sum,
                    outcome.map(ChecksumCheck.Outcome::compared).orElse(0),
                    outcome.map(ChecksumCheck.Outcome::differing).orElse(0),
                    findings,
                    outcome.map(ChecksumCheck.Outcome::differences).orElse(List.of()),
                    notes);
        }
    }
}
