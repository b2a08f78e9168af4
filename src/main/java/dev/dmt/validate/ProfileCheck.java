package dev.dmt.validate;

import dev.dmt.schema.LogicalType;
import java.util.ArrayList;
import java.util.List;

/** Compares, column by column, how many values there are, the smallest and the largest. */
final class ProfileCheck {
    private final List<String> names;
    private final ColumnExtent[] source;
    private final ColumnExtent[] target;

    ProfileCheck(List<String> names, List<LogicalType> types) {
        this.names = names;
        source = extents(types);
        target = extents(types);
    }

    private static ColumnExtent[] extents(List<LogicalType> types) {
        return types.stream().map(ColumnExtent::new).toArray(ColumnExtent[]::new);
    }

    void addSource(CanonicalRow row) {
        add(row, source);
    }

    void addTarget(CanonicalRow row) {
        add(row, target);
    }

    private static void add(CanonicalRow row, ColumnExtent[] side) {
        for (int column = 0; column < side.length; column++) {
            side[column].see(row, column);
        }
    }

    List<Finding> findings(boolean showData) {
        List<Finding> findings = new ArrayList<>();
        for (int column = 0; column < source.length; column++) {
            compare(names.get(column), source[column], target[column], showData).forEach(findings::add);
        }
        return findings;
    }

    private static List<Finding> compare(String name, ColumnExtent source, ColumnExtent target, boolean showData) {
        List<Finding> findings = new ArrayList<>();
        if (source.values() != target.values()) {
            findings.add(profile(
                    name,
                    source.values() + " values that are not NULL in the source, " + target.values()
                            + " in the target"));
        }
        if (!source.sameMinimum(target)) {
            String shown = ": " + source.minimumText() + " in the source, " + target.minimumText() + " in the target";
            findings.add(profile(name, "the minimum differs" + (showData ? shown : "")));
        }
        if (!source.sameMaximum(target)) {
            String shown = ": " + source.maximumText() + " in the source, " + target.maximumText() + " in the target";
            findings.add(profile(name, "the maximum differs" + (showData ? shown : "")));
        }
        return findings;
    }

    private static Finding profile(String name, String message) {
        return Finding.of(Finding.Kind.PROFILE, name, "column " + name + ": " + message);
    }
}
