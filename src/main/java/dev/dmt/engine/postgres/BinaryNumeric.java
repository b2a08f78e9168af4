package dev.dmt.engine.postgres;

import dev.dmt.engine.BadValueException;
import dev.dmt.engine.ByteView;
import dev.dmt.engine.EncodeBuffer;

/** Decimal digits as the server's numeric: groups of four, the first group's weight, a sign, and how many digits are behind the point. */
final class BinaryNumeric {
    private static final int GROUP = 4;
    private static final int POSITIVE = 0x0000;
    private static final int NEGATIVE = 0x4000;
    private static final int NOT_A_NUMBER = 0xC000;
    private static final int INFINITE = 0xD000;
    private static final int MINUS_INFINITE = 0xF000;
    private static final int HEADER = 8;
    private static final int MOST_SCALE = 16_383;
    private static final int MOST_BEFORE_POINT = 131_072;

    /** Writes the field of a number in plain digits, or of NaN, Infinity, -Infinity. */
    void write(EncodeBuffer out, int column, ByteView text) {
        byte[] bytes = text.array();
        int at = text.offset();
        int end = at + text.length();
        boolean negative = at < end && bytes[at] == '-';
        if (negative || (at < end && bytes[at] == '+')) {
            at++;
        }
        if (at < end && (bytes[at] == 'N' || bytes[at] == 'I')) {
            special(out, bytes[at] == 'N' ? NOT_A_NUMBER : negative ? MINUS_INFINITE : INFINITE);
            return;
        }
        int point = at;
        while (point < end && bytes[point] != '.') {
            point++;
        }
        digits(out, column, new Digits(bytes, at, point, end), negative);
    }

    private static void special(EncodeBuffer out, int sign) {
        BinaryFields.int4(out, HEADER);
        BinaryFields.int2(out, 0);
        BinaryFields.int2(out, 0);
        BinaryFields.int2(out, sign);
        BinaryFields.int2(out, 0);
    }

    private static void digits(EncodeBuffer out, int column, Digits digits, boolean negative) {
        int scale = digits.scale();
        if (digits.size() == 0 || scale > MOST_SCALE || digits.whole() > MOST_BEFORE_POINT) {
            throw new BadValueException(column, "the number is beyond what a numeric can hold");
        }
        int first = digits.firstGroup();
        int last = digits.lastGroup();
        while (first <= last && digits.group(column, first) == 0) {
            first++;
        }
        while (last >= first && digits.group(column, last) == 0) {
            last--;
        }
        int count = last - first + 1;
        BinaryFields.int4(out, HEADER + 2 * count);
        BinaryFields.int2(out, count);
        // The group that ends at the point has the weight 0, and the number -1 here.
        BinaryFields.int2(out, count == 0 ? 0 : -1 - first);
        BinaryFields.int2(out, negative && count > 0 ? NEGATIVE : POSITIVE);
        BinaryFields.int2(out, scale);
        for (int group = first; group <= last; group++) {
            BinaryFields.int2(out, digits.group(column, group));
        }
    }

    /** Groups of digits are numbered from the point: -1 ends at it, 0 begins behind it. */
    @SuppressWarnings("ArrayRecordComponent") // a view that is never compared
    private record Digits(byte[] bytes, int start, int point, int end) {
        int whole() {
            return point - start;
        }

        int scale() {
            return Math.max(0, end - point - 1);
        }

        int size() {
            return whole() + scale();
        }

        int firstGroup() {
            return -((whole() + GROUP - 1) / GROUP);
        }

        int lastGroup() {
            return (scale() + GROUP - 1) / GROUP - 1;
        }

        int group(int column, int number) {
            int value = 0;
            for (int i = 0; i < GROUP; i++) {
                value = value * 10 + digit(column, number * GROUP + i);
            }
            return value;
        }

        /** Places are counted from the point; what lies beyond the text is 0. */
        private int digit(int column, int place) {
            int at = place < 0 ? point + place : point + 1 + place;
            if (at < start || at >= end) {
                return 0;
            }
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                throw new BadValueException(column, "the value is no decimal number");
            }
            return digit;
        }
    }
}
