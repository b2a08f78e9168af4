package dev.dmt.plan;

import dev.dmt.schema.Collation;
import java.util.ArrayList;
import java.util.List;

/** By what a column's texts are equal in the source and in the target. */
record Equality(Collation source, Collation target) {
    static final Equality SAME = new Equality(Collation.EXACT, Collation.EXACT);

    /** What the source ignores and the target minds; empty where nothing. */
    String lost() {
        return difference(source, target);
    }

    /** What the target ignores and the source minds; empty where nothing. */
    String gained() {
        return difference(target, source);
    }

    /** A collation of the source's of which nothing is known but its name. */
    boolean unknown() {
        return source.exact() && !source.name().isEmpty() && !source.name().equals(target.name());
    }

    private static String difference(Collation one, Collation other) {
        List<String> ignored = new ArrayList<>();
        if (one.ignoresCase() && !other.ignoresCase()) {
            ignored.add("the case of letters");
        }
        if (one.ignoresAccents() && !other.ignoresAccents()) {
            ignored.add("accents");
        }
        if (one.ignoresTrailingBlanks() && !other.ignoresTrailingBlanks()) {
            ignored.add("blanks at the end");
        }
        return String.join(" and ", ignored);
    }
}
