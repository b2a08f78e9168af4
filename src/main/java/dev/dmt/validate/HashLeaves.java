package dev.dmt.validate;

import dev.dmt.schema.canonical.LeafSum;
import java.util.Arrays;

/** Leaves by the hash of the key, for keys that engines order differently; by the hash of the row where there is no key. */
final class HashLeaves implements Leaves {
    private static final int MOST = 1 << 16;

    private final LeafSum[] source;
    private final LeafSum[] target;

    HashLeaves(long rows, int leafRows) {
        int count = (int) Math.max(1, Math.min(MOST, rows / leafRows));
        source = empty(count);
        target = empty(count);
    }

    private static LeafSum[] empty(int count) {
        LeafSum[] sums = new LeafSum[count];
        Arrays.setAll(sums, i -> new LeafSum());
        return sums;
    }

    @Override
    public void addSource(CanonicalRow row) {
        source[leafOf(row)].add(row.hash1(), row.hash2());
    }

    @Override
    public void addTarget(CanonicalRow row) {
        target[leafOf(row)].add(row.hash1(), row.hash2());
    }

    @Override
    public int count() {
        return source.length;
    }

    @Override
    public int leafOf(CanonicalRow row) {
        return (int) Long.remainderUnsigned(row.identity1(), source.length);
    }

    @Override
    public LeafSum source(int leaf) {
        return source[leaf];
    }

    @Override
    public LeafSum target(int leaf) {
        return target[leaf];
    }

    @Override
    public String describe(int leaf) {
        return "hash bucket " + (leaf + 1) + " of " + source.length;
    }
}
