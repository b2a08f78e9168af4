package dev.dmt.schema.canonical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;

/** The checksum of a set of rows, as it stands in a document: how many, and two sums of their hashes modulo 2^64. */
public record Checksum(long count, long sum1, long sum2) {
    public static final Checksum EMPTY = new Checksum(0, 0, 0);

    public Checksum plus(Checksum other) {
        return new Checksum(count + other.count, sum1 + other.sum1, sum2 + other.sum2);
    }

    @JsonCreator
    public static Checksum parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a checksum: " + text);
        }
        return new Checksum(
                Long.parseLong(parts[0]),
                HexFormat.fromHexDigitsToLong(parts[1]),
                HexFormat.fromHexDigitsToLong(parts[2]));
    }

    @JsonValue
    @Override
    public String toString() {
        return count + ":" + HexFormat.of().toHexDigits(sum1) + ":"
                + HexFormat.of().toHexDigits(sum2);
    }
}
