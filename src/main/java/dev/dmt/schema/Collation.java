package dev.dmt.schema;

/**
 * When a column takes two texts for equal.
 *
 * @param name as the engine calls it; empty where it has no name
 */
public record Collation(String name, boolean ignoresCase, boolean ignoresAccents, boolean ignoresTrailingBlanks) {
    /** Texts are equal where their characters are. */
    public static final Collation EXACT = new Collation("", false, false, false);

    public boolean exact() {
        return !ignoresCase && !ignoresAccents && !ignoresTrailingBlanks;
    }

    /** Whether it takes some texts for equal that the other tells apart. */
    public boolean equatesMoreThan(Collation other) {
        return (ignoresCase && !other.ignoresCase)
                || (ignoresAccents && !other.ignoresAccents)
                || (ignoresTrailingBlanks && !other.ignoresTrailingBlanks);
    }
}
