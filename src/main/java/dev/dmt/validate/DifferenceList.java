package dev.dmt.validate;

import java.util.ArrayList;
import java.util.List;

/** The differing rows found so far, up to the number that is listed. */
final class DifferenceList {
    private final int most;
    private final boolean extraRowsAllowed;
    private final List<RowDifference> found = new ArrayList<>();

    DifferenceList(ValidationOptions options) {
        most = options.listed();
        extraRowsAllowed = options.extraRowsAllowed();
    }

    boolean full() {
        return found.size() >= most;
    }

    int room() {
        return most - found.size();
    }

    boolean wants(RowDifference.Kind kind) {
        return !full() && !(extraRowsAllowed && kind == RowDifference.Kind.EXTRA_IN_TARGET);
    }

    void add(RowDifference difference) {
        if (wants(difference.kind())) {
            found.add(difference);
        }
    }

    List<RowDifference> found() {
        return List.copyOf(found);
    }
}
