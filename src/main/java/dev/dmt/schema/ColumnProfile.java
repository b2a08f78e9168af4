package dev.dmt.schema;

import java.util.Map;
import java.util.Optional;

/**
 * What one scan found in a column.
 *
 * @param nulls rows in which it is NULL
 * @param classes values per storage class (integer, real, text, blob), those that occur
 * @param facts engine-specific counts under stable names, those that are not zero ("iso_date", "json_object", "nul", ...)
 * @param minimum the smallest integer (decimal digits), where there is one
 * @param maximum the largest
 * @param longest the longest text in characters, or blob in bytes
 * @param example the row (its key) of a value that does not fit the declared type, for messages
 */
public record ColumnProfile(
        String column,
        long nulls,
        Map<String, Long> classes,
        Map<String, Long> facts,
        Optional<String> minimum,
        Optional<String> maximum,
        long longest,
        Optional<String> example) {
    /** Among the facts: the most digits before the point that a decimal has. */
    public static final String WHOLE_DIGITS = "whole_digits";

    /** Among the facts: the most digits after the point. */
    public static final String SCALE = "scale";

    public ColumnProfile {
        classes = Map.copyOf(classes);
        facts = Map.copyOf(facts);
    }

    public long classCount(String storageClass) {
        return classes.getOrDefault(storageClass, 0L);
    }

    public long fact(String name) {
        return facts.getOrDefault(name, 0L);
    }
}
