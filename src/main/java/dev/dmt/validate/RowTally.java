package dev.dmt.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a few leaves, by the hashes of key and row: what one side has more often than the other is what differs. */
final class RowTally {
    private final Map<RowId, Long> surplus = new LinkedHashMap<>();

    /** A row by the hash of its key and the hash of all of it. */
    record RowId(long key1, long key2, long row1, long row2) {
        static RowId of(CanonicalRow row) {
            return new RowId(row.identity1(), row.identity2(), row.hash1(), row.hash2());
        }

        private KeyId key() {
            return new KeyId(key1, key2);
        }
    }

    private record KeyId(long key1, long key2) {}

    /** A differing row: of which side, and how often; {@code other} is the target's row of the same key. */
    record Difference(RowDifference.Kind kind, RowId row, List<RowId> other, long times) {}

    void addSource(CanonicalRow row) {
        add(RowId.of(row), 1L);
    }

    void addTarget(CanonicalRow row) {
        add(RowId.of(row), -1L);
    }

    private void add(RowId row, long times) {
        surplus.merge(row, times, (before, more) -> before + more == 0 ? null : before + more);
    }

    List<Difference> differences() {
        Map<KeyId, Deque<RowId>> extras = new LinkedHashMap<>();
        surplus.forEach((row, times) -> {
            if (times < 0) {
                extras.computeIfAbsent(row.key(), k -> new ArrayDeque<>()).add(row);
            }
        });
        List<Difference> differences = new ArrayList<>();
        surplus.forEach((row, times) -> {
            if (times > 0) {
                Deque<RowId> sameKey = extras.getOrDefault(row.key(), new ArrayDeque<>());
                differences.add(
                        sameKey.isEmpty()
                                ? new Difference(RowDifference.Kind.MISSING_IN_TARGET, row, List.of(), times)
                                : new Difference(RowDifference.Kind.DIFFERENT, row, List.of(sameKey.remove()), 1));
            }
        });
        extras.values()
                .forEach(rows -> rows.forEach(row -> differences.add(new Difference(
                        RowDifference.Kind.EXTRA_IN_TARGET, row, List.of(), -surplus.getOrDefault(row, -1L)))));
        return differences;
    }
}
