package dev.dmt.validate;

import dev.dmt.schema.canonical.CanonicalValue;
import java.util.Arrays;

/** The head of a value's canonical form, in an array that is used again. */
final class KeptBytes {
    private byte[] array = new byte[16];
    private int length;
    private boolean whole;

    void set(CanonicalValue value, int longest) {
        length = Math.min(value.length(), longest);
        whole = length == value.length();
        if (array.length < length) {
            array = new byte[Math.max(length, Math.min(longest, array.length * 2))];
        }
        System.arraycopy(value.array(), value.offset(), array, 0, length);
    }

    int compareTo(byte[] other) {
        return Arrays.compareUnsigned(array, 0, length, other, 0, other.length);
    }

    byte[] toBytes() {
        return Arrays.copyOf(array, length);
    }

    boolean whole() {
        return whole;
    }
}
