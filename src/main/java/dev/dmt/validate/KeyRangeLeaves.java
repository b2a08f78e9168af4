package dev.dmt.validate;

import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.canonical.LeafSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Leaves that are ranges of a whole-number key, cut while the source goes by in key order. Leaf 0 is for rows whose key is
 * NULL. Rows out of order still go to the range they belong to. When there are too many leaves, neighbours are joined:
 * sums can be added.
 */
final class KeyRangeLeaves implements Leaves {
    static final int NULL_KEYS = 0;
    private static final int MOST = 1 << 16;

    private final String keyName;
    private final int keyColumn;
    private final int mostLeaves;
    private long leafRows;
    private final List<LeafSum> source = new ArrayList<>();
    private final List<LeafSum> target = new ArrayList<>();
    /** The last key of each closed range; the range after it is the open one. */
    private long[] upTo = new long[64];

    private int closed;
    private long highest = Long.MIN_VALUE;

    KeyRangeLeaves(String keyName, int keyColumn, int leafRows) {
        this(keyName, keyColumn, leafRows, MOST);
    }

    KeyRangeLeaves(String keyName, int keyColumn, int leafRows, int mostLeaves) {
        this.keyName = keyName;
        this.keyColumn = keyColumn;
        this.leafRows = leafRows;
        this.mostLeaves = mostLeaves;
        addLeaf();
        addLeaf();
    }

    private void addLeaf() {
        source.add(new LeafSum());
        target.add(new LeafSum());
    }

    @Override
    public void addSource(CanonicalRow row) {
        if (!row.isNull(keyColumn)) {
            long key = row.number(keyColumn);
            if (source.get(source.size() - 1).count() >= leafRows && key > highest) {
                close();
            }
            highest = Math.max(highest, key);
        }
        source.get(leafOf(row)).add(row.hash1(), row.hash2());
    }

    private void close() {
        if (closed == upTo.length) {
            upTo = Arrays.copyOf(upTo, closed * 2);
        }
        upTo[closed++] = highest;
        addLeaf();
        if (closed >= mostLeaves) {
            joinNeighbours();
        }
    }

    private void joinNeighbours() {
        int kept = 0;
        for (int i = 1; i < closed; i += 2) {
            LeafSum joined = source.get(i);
            joined.add(source.get(i + 1));
            source.set(kept + 1, joined);
            upTo[kept++] = upTo[i];
        }
        if (closed % 2 == 1) {
            source.set(kept + 1, source.get(closed));
            upTo[kept] = upTo[closed - 1];
            kept++;
        }
        source.set(kept + 1, source.get(closed + 1));
        source.subList(kept + 2, source.size()).clear();
        target.subList(kept + 2, target.size()).clear();
        closed = kept;
        leafRows *= 2;
    }

    @Override
    public void addTarget(CanonicalRow row) {
        target.get(leafOf(row)).add(row.hash1(), row.hash2());
    }

    @Override
    public int leafOf(CanonicalRow row) {
        if (row.isNull(keyColumn)) {
            return NULL_KEYS;
        }
        int found = Arrays.binarySearch(upTo, 0, closed, row.number(keyColumn));
        return 1 + (found >= 0 ? found : -found - 1);
    }

    /** The keys of a leaf other than {@link #NULL_KEYS}. */
    KeyRange range(int leaf) {
        return new KeyRange(
                leaf == 1 ? Optional.empty() : Optional.of(KeyTuple.of(upTo[leaf - 2])),
                leaf > closed ? Optional.empty() : Optional.of(KeyTuple.of(upTo[leaf - 1])));
    }

    @Override
    public int count() {
        return source.size();
    }

    @Override
    public LeafSum source(int leaf) {
        return source.get(leaf);
    }

    @Override
    public LeafSum target(int leaf) {
        return target.get(leaf);
    }

    @Override
    public String describe(int leaf) {
        if (leaf == NULL_KEYS) {
            return keyName + " IS NULL";
        }
        if (closed == 0) {
            return "any " + keyName;
        }
        if (leaf == 1) {
            return keyName + " <= " + upTo[0];
        }
        return leaf > closed
                ? keyName + " > " + upTo[closed - 1]
                : upTo[leaf - 2] + " < " + keyName + " <= " + upTo[leaf - 1];
    }
}
