package dev.dmt.engine.sqlite;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Looks at bytes that should be UTF-8 text without NUL. */
final class Utf8 {
    /** Set in {@link #scan}'s result where the text holds a NUL character. */
    static final long NUL = 1L << 62;
    /** Set where it is not UTF-8; the count then means nothing. */
    static final long BROKEN = 1L << 61;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);

    private Utf8() {}

    /** The number of characters (code points), with {@link #NUL} and {@link #BROKEN} where they apply. */
    static long scan(byte[] bytes) {
        int length = bytes.length;
        long flags = 0;
        long characters = 0;
        int i = 0;
        while (i < length) {
            while (i + 8 <= length) {
                long word = (long) WORDS.get(bytes, i);
                if ((word & HIGH_BITS) != 0 || ((word - LOW_BITS) & ~word & HIGH_BITS) != 0) {
                    break;
                }
                i += 8;
                characters += 8;
            }
            if (i >= length) {
                break;
            }
            byte first = bytes[i];
            if (first > 0) {
                i++;
            } else if (first == 0) {
                flags |= NUL;
                i++;
            } else {
                int sequence = sequence(bytes, i);
                if (sequence == 0) {
                    return flags | BROKEN;
                }
                i += sequence;
            }
            characters++;
        }
        return characters | flags;
    }

    static boolean clean(byte[] bytes) {
        return (scan(bytes) & (NUL | BROKEN)) == 0;
    }

    /** The length of the well-formed sequence at a place, or 0: no overlong forms, surrogates, or beyond U+10FFFF. */
    static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        } else if (first < 0xc2 || first > 0xf4) {
            return 0;
        } else if (first < 0xe0) {
            return continued(bytes, at + 1) ? 2 : 0;
        } else if (first < 0xf0) {
            if (!continued(bytes, at + 1) || !continued(bytes, at + 2)) {
                return 0;
            }
            int second = bytes[at + 1] & 0xff;
            boolean refused = (first == 0xe0 && second < 0xa0) || (first == 0xed && second >= 0xa0);
            return refused ? 0 : 3;
        }
        if (!continued(bytes, at + 1) || !continued(bytes, at + 2) || !continued(bytes, at + 3)) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        boolean refused = (first == 0xf0 && second < 0x90) || (first == 0xf4 && second >= 0x90);
        return refused ? 0 : 4;
    }

    private static boolean continued(byte[] bytes, int at) {
        return at < bytes.length && (bytes[at] & 0xc0) == 0x80;
    }

    /** The text without its NULs and broken bytes, or with U+FFFD in the place of each. */
    static byte[] repaired(byte[] bytes, boolean replace) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 16);
        int i = 0;
        while (i < bytes.length) {
            int sequence = sequence(bytes, i);
            if (sequence > 0 && bytes[i] != 0) {
                out.write(bytes, i, sequence);
                i += sequence;
            } else {
                if (replace) {
                    out.write(REPLACEMENT, 0, REPLACEMENT.length);
                }
                i++;
            }
        }
        return out.toByteArray();
    }
}
