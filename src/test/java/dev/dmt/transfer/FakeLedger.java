package dev.dmt.transfer;

import dev.dmt.engine.Advance;
import dev.dmt.engine.Ledger;
import dev.dmt.engine.LedgerClaim;
import dev.dmt.engine.LedgerRow;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A ledger and its target in memory, for the paths that lead to failures: rows and ledger row move together or not at all.
 * What a real server does is proved elsewhere, against one.
 */
final class FakeLedger implements Ledger {
    /** Called before a load is committed and after it; throws what is to go wrong. */
    interface Moment {
        void pass(int load);
    }

    final List<List<String>> rows = new ArrayList<>();
    final List<TableLoad> loads = new ArrayList<>();
    final List<Integer> rowsOfLoads = new ArrayList<>();
    Moment beforeCommit = load -> {};
    Moment afterCommit = load -> {};
    Predicate<List<String>> refuses = row -> false;
    int claims;

    private final Map<String, LedgerRow> ledger = new HashMap<>();

    @Override
    public void ensure() {}

    @Override
    public Optional<LedgerRow> find(String runId, String unit) {
        return Optional.ofNullable(ledger.get(unit));
    }

    @Override
    public List<LedgerRow> list(String runId) {
        return List.copyOf(ledger.values());
    }

    @Override
    public List<String> supersede(String runId, TableName table) {
        return List.of();
    }

    @Override
    public UnitSession claim(LedgerClaim claim) {
        String runId = claim.runId();
        String unit = claim.unit();
        String owner = claim.owner();
        claims++;
        LedgerRow old = ledger.getOrDefault(
                unit, new LedgerRow(runId, unit, false, 0, owner, Instant.EPOCH, 0, Optional.empty(), 0, 0, 0));
        LedgerRow claimed = new LedgerRow(
                runId,
                unit,
                old.done(),
                old.epoch() + 1,
                owner,
                Instant.EPOCH,
                old.chunk(),
                old.watermark(),
                old.rowsRead(),
                old.rowsWritten(),
                old.rowsRejected());
        ledger.put(unit, claimed);
        return new Session(claimed);
    }

    @Override
    public void forget(String runId, List<String> units) {
        units.forEach(ledger::remove);
    }

    @Override
    public void drop() {
        ledger.clear();
    }

    LedgerRow row(String unit) {
        return find("run", unit).orElseThrow();
    }

    private final class Session implements UnitSession {
        private LedgerRow mine;

        Session(LedgerRow mine) {
            this.mine = mine;
        }

        @Override
        public LedgerRow row() {
            return mine;
        }

        @Override
        public void execute(List<String> statements, Advance advance) {
            commit(List.of(), advance);
        }

        @Override
        public long load(TableLoad load, InputStream chunk, Supplier<Advance> advance) {
            List<List<String>> parsed = parse(chunk);
            if (parsed.stream().anyMatch(refuses)) {
                throw new DmtException(ErrorCode.DATA, "the target refuses a row");
            }
            loads.add(load);
            beforeCommit.pass(loads.size());
            commit(parsed, advance.get());
            rowsOfLoads.add(parsed.size());
            afterCommit.pass(loads.size());
            return parsed.size();
        }

        @Override
        public Optional<String> refusal(TableLoad load, InputStream chunk) {
            return parse(chunk).stream().anyMatch(refuses) ? Optional.of("not to its taste") : Optional.empty();
        }

        @Override
        public void close() {}

        private void commit(List<List<String>> parsed, Advance advance) {
            if (FakeLedger.this.row(mine.unit()).epoch() != mine.epoch()) {
                throw new DmtException(ErrorCode.FENCED, "another attempt has taken over");
            }
            rows.addAll(parsed);
            mine = new LedgerRow(
                    mine.runId(),
                    mine.unit(),
                    advance.done(),
                    mine.epoch(),
                    mine.owner(),
                    mine.leaseUntil(),
                    advance.chunk(),
                    advance.watermark(),
                    mine.rowsRead() + advance.rowsRead(),
                    mine.rowsWritten() + parsed.size(),
                    mine.rowsRejected() + advance.rowsRejected());
            ledger.put(mine.unit(), mine);
        }

        private List<List<String>> parse(InputStream chunk) {
            List<List<String>> parsed = new ArrayList<>();
            try (CSVParser parser = CSVParser.parse(chunk, StandardCharsets.UTF_8, CSVFormat.POSTGRESQL_CSV)) {
                parser.forEach(
                        row -> parsed.add(row.stream().map(String::valueOf).toList()));
            } catch (IOException e) {
                throw new DmtException(ErrorCode.TRANSIENT, "the chunk cannot be read", ErrorContext.NONE, e);
            }
            return parsed;
        }
    }
}
