package dev.dmt.engine.sqlite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text keys as strings without loss, even where they are no UTF-8: a broken byte becomes the lone low surrogate
 * U+DC00 + byte, which well-formed text never holds.
 */
final class KeyText {
    private static final char ESCAPE = 0xdc00;

    private KeyText() {}

    static String decode(byte[] bytes) {
        if ((Utf8.scan(bytes) & Utf8.BROKEN) == 0) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            int sequence = Utf8.sequence(bytes, i);
            if (sequence == 0) {
                text.append((char) (ESCAPE + (bytes[i] & 0xff)));
                i++;
            } else {
                text.append(new String(bytes, i, sequence, StandardCharsets.UTF_8));
                i += sequence;
            }
        }
        return text.toString();
    }

    static boolean escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
            } else if (Character.isLowSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (point >= ESCAPE && point <= ESCAPE + 0xff) {
                out.write(point - ESCAPE);
            } else {
                byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                out.write(bytes, 0, bytes.length);
            }
            i += Character.charCount(point);
        }
        return out.toByteArray();
    }
}
