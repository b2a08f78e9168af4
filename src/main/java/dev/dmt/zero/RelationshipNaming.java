package dev.dmt.zero;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives relationships names that no column and no other relationship of their table has. Whoever comes first has the
 * choice, but nobody takes as a second choice what is somebody's first one.
 */
final class RelationshipNaming {
    private final NameStyle style;
    private final Map<String, Set<String>> taken = new HashMap<>();

    RelationshipNaming(List<NamedTable> tables, NameStyle style) {
        this.style = style;
        for (NamedTable table : tables) {
            Set<String> names = new HashSet<>();
            table.table().columns().forEach(column -> names.add(column.name()));
            taken.put(table.table().identifier(), names);
        }
    }

    /** In the drafts' order. */
    List<ZeroRelationship> settled(List<RelationshipDraft> drafts) {
        String[] names = new String[drafts.size()];
        Arrays.fill(names, "");
        int rounds = drafts.stream()
                .mapToInt(draft -> draft.candidates().size())
                .max()
                .orElse(0);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < names.length; i++) {
                List<String> candidates = drafts.get(i).candidates();
                if (names[i].isEmpty() && round < candidates.size()) {
                    String candidate = allowed(candidates.get(round));
                    names[i] = takenOf(drafts.get(i)).add(candidate) ? candidate : "";
                }
            }
        }
        List<ZeroRelationship> settled = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            RelationshipDraft draft = drafts.get(i);
            settled.add(draft.named(names[i].isEmpty() ? numbered(draft) : names[i]));
        }
        return settled;
    }

    private String numbered(RelationshipDraft draft) {
        List<String> candidates = draft.candidates();
        String last = allowed(candidates.get(candidates.size() - 1));
        String name = DistinctNames.numbered(last, List.of(takenOf(draft)), style);
        takenOf(draft).add(name);
        return name;
    }

    private Set<String> takenOf(RelationshipDraft draft) {
        return taken.computeIfAbsent(draft.owner().table().identifier(), identifier -> new HashSet<>());
    }

    /** Zero keeps this prefix to itself. */
    private static String allowed(String candidate) {
        return candidate.startsWith("zsubq_") ? "_" + candidate : candidate;
    }
}
