package dev.dmt.schema;

import java.util.Optional;

/** The rows whose key is greater than {@code after} and at most {@code upTo}; open-ended where a bound is absent. */
public record KeyRange(Optional<KeyTuple> after, Optional<KeyTuple> upTo) {
    public static final KeyRange ALL = new KeyRange(Optional.empty(), Optional.empty());

    public KeyRange resumedAfter(KeyTuple watermark) {
        return new KeyRange(Optional.of(watermark), upTo);
    }
}
