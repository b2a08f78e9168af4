package dev.dmt.validate;

import dev.dmt.schema.canonical.LeafSum;
import java.util.ArrayList;
import java.util.List;

/** The small sets of rows whose sums are compared. The source is added first, then the target. */
interface Leaves {
    void addSource(CanonicalRow row);

    void addTarget(CanonicalRow row);

    int count();

    /** The leaf that a row of either side belongs to; only after the source has been added. */
    int leafOf(CanonicalRow row);

    LeafSum source(int leaf);

    LeafSum target(int leaf);

    /** What a person calls the leaf. */
    String describe(int leaf);

    default List<Integer> differing() {
        List<Integer> differing = new ArrayList<>();
        for (int leaf = 0; leaf < count(); leaf++) {
            if (!source(leaf).matches(target(leaf))) {
                differing.add(leaf);
            }
        }
        return differing;
    }

    default LeafSum sourceTotal() {
        LeafSum total = new LeafSum();
        for (int leaf = 0; leaf < count(); leaf++) {
            total.add(source(leaf));
        }
        return total;
    }
}
