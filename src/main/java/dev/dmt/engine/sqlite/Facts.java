package dev.dmt.engine.sqlite;

/** The stable names of what a profile counts, and of the storage classes. */
final class Facts {
    static final String INTEGER = "integer";
    static final String REAL = "real";
    static final String TEXT = "text";
    static final String BLOB = "blob";

    /** Integers that are 0 or 1. */
    static final String BOOLEAN_INTEGER = "boolean_integer";
    /** Texts that are true, false, t, f, yes, no, y, n, 0 or 1. */
    static final String BOOLEAN_WORD = "boolean_word";

    /** What stands for a number that SQLite does not have: the text NaN, the blob -0.0. */
    static final String REAL_WORD = "real_word";

    /** Reals that 32 bits do not hold exactly. */
    static final String REAL_BEYOND_SINGLE = "real_beyond_single";

    static final String REAL_FRACTIONAL = "real_fractional";
    static final String REAL_INFINITE = "real_infinite";
    /** Whole reals that no 64-bit integer holds. */
    static final String REAL_HUGE = "real_huge";

    static final String EPOCH_SECONDS = "epoch_seconds";
    static final String EPOCH_MILLIS = "epoch_millis";
    static final String EPOCH_MICROS = "epoch_micros";
    static final String JULIAN_DAY = "julian_day";
    static final String ISO_DATE = "iso_date";
    static final String ISO_TIME = "iso_time";
    static final String ISO_TIMESTAMP = "iso_timestamp";
    static final String ISO_TIMESTAMP_ZONED = "iso_timestamp_zoned";

    /** As the four above, also with years of any length, nine digits of a second and 24:00. */
    static final String WIDE_DATE = "wide_date";

    static final String WIDE_TIME = "wide_time";
    static final String WIDE_TIMESTAMP = "wide_timestamp";
    static final String WIDE_TIMESTAMP_ZONED = "wide_timestamp_zoned";
    /** Of those, the ones with digits beyond microseconds. */
    static final String FINE = "fine";

    static final String UUID = "uuid";
    static final String UUID_UPPER = "uuid_upper";
    static final String UUID_BLOB = "uuid_blob";

    /** Valid documents; counting stops at the first that is not. */
    static final String JSON_VALID = "json_valid";
    /** Those of them that are objects or arrays. */
    static final String JSON_OBJECT = "json_object";
    /** Documents with an escaped NUL, a lone surrogate or a number beyond jsonb. */
    static final String JSON_NOT_BINARY = "json_not_binary";

    static final String NUL = "nul";
    static final String BAD_UTF8 = "bad_utf8";
    /** Texts that are whole numbers, or decimals; counting stops at the first that is not. */
    static final String TEXT_INTEGER = "text_integer";

    static final String TEXT_DECIMAL = "text_decimal";
    /** The most digits before and after the point, in columns declared as decimals. */
    static final String DIGITS_BEFORE = "digits_before";

    static final String DIGITS_AFTER = "digits_after";

    private Facts() {}
}
