package dev.dmt.engine.expression;

/** In what the dialects that are read differ. */
public enum Trait {
    /** A backslash in a text escapes what follows. */
    BACKSLASH_ESCAPES,
    /** {@code ||} means OR. */
    PIPES_ARE_OR,
    /** {@code +} joins texts. */
    PLUS_JOINS_TEXTS,
    /** Joining takes NULL for an empty text. */
    JOINING_SKIPS_NULLS,
    /** The function concat takes NULL for an empty text. */
    CONCAT_SKIPS_NULLS,
    /** Whole numbers divide to whole numbers. */
    WHOLE_DIVISION,
    /** In a pattern a backslash escapes what follows. */
    PATTERNS_ESCAPE,
    /** In a pattern brackets enclose characters to choose from. */
    PATTERNS_HAVE_CLASSES,
    /** An empty text is NULL. */
    EMPTY_IS_NULL,
    /** CONVERT names the type before the value. */
    CONVERT_NAMES_THE_TYPE_FIRST,
    /** A row of bits, b'0', is a number. */
    BITS_ARE_NUMBERS
}
