package dev.dmt.zero;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A way across a table whose rows pair those of two others: two of its foreign keys together are one of its keys.
 *
 * @param alone no other junction leads from here to there
 */
record Junction(Link near, Link far, boolean alone) {
    boolean toItself() {
        return near.parent().is(far.parent());
    }

    /** Both directions of each, in the order of the junction tables. */
    static List<Junction> among(List<Link> links) {
        Map<String, List<Link>> byChild = new LinkedHashMap<>();
        links.forEach(link -> byChild.computeIfAbsent(link.child().table().identifier(), child -> new ArrayList<>())
                .add(link));
        List<Junction> found = new ArrayList<>();
        byChild.values().forEach(ofOneChild -> found.addAll(between(ofOneChild)));
        Map<String, Integer> ways = new LinkedHashMap<>();
        found.forEach(junction -> ways.merge(junction.ends(), 1, Integer::sum));
        return found.stream()
                .map(junction ->
                        new Junction(junction.near(), junction.far(), ways.getOrDefault(junction.ends(), 0) == 1))
                .toList();
    }

    private String ends() {
        return near.parent().table().identifier() + " " + far.parent().table().identifier();
    }

    /** Where several pairs would do, none says what the table is about. */
    private static List<Junction> between(List<Link> links) {
        List<Junction> pairs = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            for (int j = i + 1; j < links.size(); j++) {
                if (isPair(links.get(i), links.get(j))) {
                    pairs.add(new Junction(links.get(i), links.get(j), true));
                    pairs.add(new Junction(links.get(j), links.get(i), true));
                }
            }
        }
        return pairs.size() == 2 ? pairs : List.of();
    }

    private static boolean isPair(Link one, Link other) {
        NamedTable child = one.child();
        Set<String> columns = new HashSet<>(one.columns());
        columns.addAll(other.columns());
        return !child.tellsRowsApart(one.columns())
                && !child.tellsRowsApart(other.columns())
                && child.keys().stream().anyMatch(key -> new HashSet<>(key).equals(columns));
    }
}
