package dev.dmt.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. */
public final class NearestName {
    private NearestName() {}

    /** The known name with the fewest edits, if those are few for a name of this length. */
    public static Optional<String> among(Collection<String> known, String wanted) {
        String plain = plain(wanted);
        int bound = Math.max(1, Math.min(4, plain.length() / 3));
        return known.stream()
                .filter(name -> edits(plain(name), plain) <= bound)
                .min(Comparator.comparingInt((String name) -> edits(plain(name), plain))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** ", did you mean x?" or nothing. */
    static String question(Collection<String> known, String wanted) {
        return among(known, wanted).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** targetMode and target-mode are the same mistake as target_mode is none. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    static int edits(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= other.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (swapped(one, i, other, j)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }
}
