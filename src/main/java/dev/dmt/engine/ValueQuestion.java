package dev.dmt.engine;

/** Asks in how many rows a column holds a value that a client with nothing but doubles would not see as it is. */
public record ValueQuestion(String column, Risk risk) {
    /** What may be wrong with a value. */
    public enum Risk {
        /** A whole number beyond 2^53 on either side. */
        BEYOND_SAFE_INTEGER,
        /** A number that is another one after its way through a double. */
        LOSES_DIGITS,
        /** NaN or an infinity. */
        NOT_FINITE,
        /** A finite date or moment so late that its milliseconds are beyond 2^53. */
        BEYOND_SAFE_MOMENT,
        /** An infinite date or moment, or one that a JavaScript date cannot hold. */
        BEYOND_CALENDAR
    }
}
