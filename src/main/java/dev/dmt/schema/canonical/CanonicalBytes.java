package dev.dmt.schema.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte buffer that is cleared and used again. */
final class CanonicalBytes {
    private static final byte[] SMALLEST_LONG = "-9223372036854775808".getBytes(StandardCharsets.US_ASCII);

    private byte[] array;
    private int length;

    CanonicalBytes(int capacity) {
        array = new byte[capacity];
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void put(int value) {
        reserve(1);
        array[length++] = (byte) value;
    }

    void put(byte[] from, int offset, int count) {
        reserve(count);
        System.arraycopy(from, offset, array, length, count);
        length += count;
    }

    void put(byte[] from) {
        put(from, 0, from.length);
    }

    void putAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    void putEightBytes(long value) {
        reserve(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            array[length++] = (byte) (value >>> shift);
        }
    }

    void putDigits(long value) {
        if (value == Long.MIN_VALUE) {
            put(SMALLEST_LONG);
            return;
        }
        reserve(20);
        long rest = Math.abs(value);
        if (value < 0) {
            array[length++] = '-';
        }
        int start = length;
        do {
            array[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        reverse(start, length - 1);
    }

    private void reverse(int from, int to) {
        for (int i = from, j = to; i < j; i++, j--) {
            byte kept = array[i];
            array[i] = array[j];
            array[j] = kept;
        }
    }

    private void reserve(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(
                    array, Math.max(Math.addExact(length, more), (int) Math.min(array.length * 2L, 1 << 30)));
        }
    }
}
