package dev.dmt.schema;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A sequence of its own: one that is not merely how a column counts.
 *
 * @param last the last number it gave out, empty where it has given out none
 */
public record Sequence(
        TableName name,
        BigInteger start,
        BigInteger increment,
        BigInteger minimum,
        BigInteger maximum,
        boolean cycles,
        Optional<BigInteger> last) {
    public Sequence named(TableName newName) {
        return new Sequence(newName, start, increment, minimum, maximum, cycles, last);
    }
}
