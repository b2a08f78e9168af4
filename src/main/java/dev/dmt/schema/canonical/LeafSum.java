package dev.dmt.schema.canonical;

/**
 * Adds up the hashes of a set of rows. Sums, never XOR: the order of rows and the way they are split do not matter, and
 * a row that is there twice counts twice.
 */
public final class LeafSum {
    private long count;
    private long sum1;
    private long sum2;

    /** One more row, by the two words of its hash. */
    public void add(long word1, long word2) {
        count++;
        sum1 += word1;
        sum2 += word2;
    }

    public void add(LeafSum other) {
        count += other.count;
        sum1 += other.sum1;
        sum2 += other.sum2;
    }

    public void clear() {
        count = 0;
        sum1 = 0;
        sum2 = 0;
    }

    public long count() {
        return count;
    }

    public boolean matches(LeafSum other) {
        return count == other.count && sum1 == other.sum1 && sum2 == other.sum2;
    }

    public Checksum toChecksum() {
        return new Checksum(count, sum1, sum2);
    }
}
