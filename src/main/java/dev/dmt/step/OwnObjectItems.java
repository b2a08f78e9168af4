package dev.dmt.step;

import dev.dmt.engine.Ddl;
import dev.dmt.plan.MigrationPlan;
import java.util.ArrayList;
import java.util.List;

/** The types and sequences that the target needs before its tables. */
final class OwnObjectItems {
    private OwnObjectItems() {}

    static List<DdlItem> of(MigrationPlan plan, Ddl ddl) {
        List<DdlItem> items = new ArrayList<>();
        plan.types().forEach(type -> items.add(new DdlItem("", type.name().toString(), ddl.createType(type))));
        plan.sequences()
                .forEach(sequence -> items.add(
                        new DdlItem("", "sequence " + sequence.name().toString(), ddl.createSequence(sequence))));
        return items;
    }
}
