package dev.dmt.engine;

/**
 * What a target should know of a column's use before it chooses a type.
 *
 * @param keyed true where it is in a key or an index, which engines bound more tightly than other columns
 * @param longest the longest value that the source holds, in characters or bytes; 0 where nobody has looked
 * @param wholeDigits the most digits before the point of a decimal without bounds; 0 where nobody has looked
 * @param scale the most after the point
 */
public record ColumnUse(boolean keyed, long longest, int wholeDigits, int scale) {
    /** In no key, of any length. */
    public static final ColumnUse PLAIN = new ColumnUse(false, 0);

    public ColumnUse(boolean keyed, long longest) {
        this(keyed, longest, 0, 0);
    }
}
