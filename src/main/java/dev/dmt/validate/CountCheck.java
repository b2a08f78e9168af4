package dev.dmt.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exact counts: source = plan = read by the units = rejected + written, and written = target. */
final class CountCheck {
    private CountCheck() {}

    /** Counts of one table, taken now. */
    record Counted(long source, long target) {}

    static List<Finding> check(long planned, Optional<UnitTotals> units, Counted now, boolean extraRowsAllowed) {
        List<Finding> findings = new ArrayList<>();
        if (now.source() != planned) {
            findings.add(count("the source holds " + rows(now.source()) + " now but the plan counted " + planned
                    + ": it changed after the plan"));
        }
        units.ifPresent(totals -> checkUnits(planned, totals, findings));
        long expected = units.map(UnitTotals::written).orElse(now.source());
        if (now.target() < expected || (now.target() > expected && !extraRowsAllowed)) {
            findings.add(count("the target holds " + rows(now.target()) + ", "
                    + (units.isPresent() ? "the units wrote " : "the source holds ") + expected));
        }
        return findings;
    }

    private static void checkUnits(long planned, UnitTotals totals, List<Finding> findings) {
        if (totals.read() != planned) {
            findings.add(count("the units read " + rows(totals.read()) + ", the plan counted " + planned));
        }
        if (totals.read() - totals.rejected() != totals.written()) {
            findings.add(count("the units read " + rows(totals.read()) + " and rejected " + totals.rejected()
                    + ", but the target took " + totals.written()));
        }
    }

    private static Finding count(String message) {
        return Finding.of(Finding.Kind.COUNT, message);
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
