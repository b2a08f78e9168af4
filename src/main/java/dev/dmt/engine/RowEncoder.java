package dev.dmt.engine;

import java.io.IOException;

/** Writes rows in the form in which a target takes them. One thread's own. */
public interface RowEncoder {
    /** Writes what a chunk begins with. */
    default void begin(EncodeBuffer out) throws IOException {}

    /** Appends the cursor's row; throws {@link BadValueException}, the buffer as before, where a value is bad. */
    void encode(RowCursor row, EncodeBuffer out) throws IOException;

    /** Writes what a chunk ends with. */
    default void end(EncodeBuffer out) throws IOException {}
}
