package dev.dmt.schema;

/**
 * When a column takes two texts for equal.
 *
 * @param name as the engine calls it; empty where it has no name, or none that matters. One that has a name and ignores
 *     nothing is one of which nothing else is known.
 */
public record Collation(String name, boolean ignoresCase, boolean ignoresAccents, boolean ignoresTrailingBlanks) {
    /** Texts are equal where their characters are. */
    public static final Collation EXACT = new Collation("", false, false, false);

    /** A collation by its name alone. */
    public static Collation unknown(String name) {
        return new Collation(name, false, false, false);
    }

    /** Whether it ignores nothing that is known of. */
    public boolean exact() {
        return !ignoresCase && !ignoresAccents && !ignoresTrailingBlanks;
    }
}
