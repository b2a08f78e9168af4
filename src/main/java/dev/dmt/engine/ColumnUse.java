package dev.dmt.engine;

/**
 * What a target should know of a column's use before it chooses a type.
 *
 * @param keyed true where it is in a key or an index, which engines bound more tightly than other columns
 * @param longest the longest value that the source holds, in characters or bytes; 0 where nobody has looked
 */
public record ColumnUse(boolean keyed, long longest) {
    /** In no key, of any length. */
    public static final ColumnUse PLAIN = new ColumnUse(false, 0);
}
