package dev.dmt.zero;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives every bearer a name of its own. Who is called so already keeps it; of the others the first gets it, and the rest
 * are numbered, past whatever somebody else wants.
 */
final class DistinctNames {
    private DistinctNames() {}

    record Wish(String bearer, String name) {}

    /** The names in the order of the wishes. */
    static List<String> of(List<Wish> wishes, NameStyle style) {
        List<String> given = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Wish wish : wishes) {
            given.add(wish.bearer().equals(wish.name()) && taken.add(wish.name()) ? wish.name() : "");
        }
        Set<String> wanted = new HashSet<>(wishes.stream().map(Wish::name).toList());
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).isEmpty()) {
                String name = wishes.get(i).name();
                given.set(i, taken.add(name) ? name : numbered(name, List.of(taken, wanted), style));
                taken.add(given.get(i));
            }
        }
        return given;
    }

    static String numbered(String name, List<? extends Collection<String>> avoided, NameStyle style) {
        int number = 2;
        String candidate = style.numbered(name, number);
        while (isIn(avoided, candidate)) {
            number++;
            candidate = style.numbered(name, number);
        }
        return candidate;
    }

    private static boolean isIn(List<? extends Collection<String>> sets, String name) {
        return sets.stream().anyMatch(names -> names.contains(name));
    }
}
