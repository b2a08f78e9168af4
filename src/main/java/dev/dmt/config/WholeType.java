package dev.dmt.config;

import dev.dmt.config.yaml.ScalarKind;
import dev.dmt.config.yaml.YamlNode;
import java.math.BigInteger;
import java.util.Optional;

/** A whole number within bounds. */
record WholeType(long least, long most) implements KeyType<Long> {
    static WholeType atLeast(long least) {
        return new WholeType(least, Long.MAX_VALUE);
    }

    @Override
    public String wanted() {
        String kind = "a whole number";
        return most == Long.MAX_VALUE ? kind + " of at least " + least : kind + " from " + least + " to " + most;
    }

    @Override
    public Optional<Long> read(YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            return reading.unlike(node, wanted() + ", not " + node.words());
        }
        boolean digits = scalar.text().strip().matches("[-+]?[0-9]+(_[0-9]+)*");
        if (scalar.kind() == ScalarKind.WHOLE || (scalar.kind() == ScalarKind.LOOSE && digits)) {
            BigInteger value = new BigInteger(scalar.text().strip().replace("_", ""));
            if (value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(most)) <= 0) {
                return Optional.of(value.longValueExact());
            }
            return reading.unlike(node, wanted());
        }
        boolean quoted = scalar.kind() == ScalarKind.TEXT && digits;
        return reading.unlike(node, wanted() + ", not " + node.words() + (quoted ? ": remove the quotes" : ""));
    }

    @Override
    public String yaml(Long value) {
        return Long.toString(value);
    }
}
