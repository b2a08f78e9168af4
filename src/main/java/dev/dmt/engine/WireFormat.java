package dev.dmt.engine;

/** The byte form in which a target takes rows. */
public sealed interface WireFormat {
    /** What PostgreSQL reads, and whoever reads rows by {@code dev.dmt.engine.rows}, unless it wants something else. */
    Csv CSV = new Csv("", "t", "f", "\\x", "+00", false);

    /**
     * UTF-8, LF, comma; every text value in quotes, quotes within doubled, nothing escaped; years before the first in
     * quotes with " BC".
     *
     * @param nullWord stands for NULL, without quotes
     * @param trueWord stands for true
     * @param falseWord stands for false
     * @param binaryPrefix stands before the hex digits of a binary value
     * @param zoneSuffix stands behind an instant, which is in UTC
     * @param nulInText true where a text may hold a NUL character; a row with one is refused otherwise
     */
    record Csv(
            String nullWord,
            String trueWord,
            String falseWord,
            String binaryPrefix,
            String zoneSuffix,
            boolean nulInText)
            implements WireFormat {
        /** As this, with texts that hold NULs. */
        public Csv withNulInText() {
            return new Csv(nullWord, trueWord, falseWord, binaryPrefix, zoneSuffix, true);
        }
    }

    /** A form of one engine's own, made for the columns of one table. Nobody else needs to know what it looks like. */
    non-sealed interface Own extends WireFormat {
        /** As plan and explain call it. */
        String name();

        /** True where a source of the same engine gives its rows in this form, and they need not be understood. */
        boolean untouched();

        RowEncoder encoder();
    }
}
