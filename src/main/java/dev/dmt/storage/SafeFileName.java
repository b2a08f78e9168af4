package dev.dmt.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Any name (a table's, a unit's) as one file name that every file system takes and keeps apart from all others, also where
 * it ignores case: an upper-case letter becomes {@code +} and the lower-case one, other unusual bytes become {@code %xx}.
 * A name too long for that ends in {@code ~} and a hash; such a file tells its name itself.
 */
public final class SafeFileName {
    private static final int LONGEST = 180;
    private static final int KEPT_OF_LONG = 120;
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final HexFormat HEX = HexFormat.of();

    private SafeFileName() {}

    public static String encode(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an empty name has no file");
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length + 8);
        for (int i = 0; i < bytes.length; i++) {
            append(out, bytes[i], i == 0 || i == bytes.length - 1);
        }
        if (RESERVED.matcher(out).matches()) {
            out.replace(0, 1, "%" + HEX.toHexDigits(bytes[0]));
        }
        return out.length() <= LONGEST ? out.toString() : out.substring(0, KEPT_OF_LONG) + "~" + hash(bytes);
    }

    /** The name behind a file name; empty where the name was too long to be kept, or the file name is not one of ours. */
    public static Optional<String> decode(String fileName) {
        byte[] out = new byte[fileName.length()];
        int size = 0;
        for (int i = 0; i < fileName.length(); i++) {
            char c = fileName.charAt(i);
            if (c == '%' && i + 2 < fileName.length() && isHex(fileName, i + 1)) {
                out[size++] = (byte) HexFormat.fromHexDigits(fileName, i + 1, i + 3);
                i += 2;
            } else if (c == '+' && i + 1 < fileName.length()) {
                out[size++] = (byte) Character.toUpperCase(fileName.charAt(++i));
            } else {
                out[size++] = (byte) c;
            }
        }
        String name = new String(out, 0, size, StandardCharsets.UTF_8);
        return size > 0 && encode(name).equals(fileName) ? Optional.of(name) : Optional.empty();
    }

    /** True where the file name stands for a name too long to be read back from it. */
    public static boolean isShortened(String fileName) {
        return fileName.indexOf('~') >= 0;
    }

    private static void append(StringBuilder out, byte value, boolean atEdge) {
        char c = (char) (value & 0xff);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || (c == '.' && !atEdge)) {
            out.append(c);
        } else if (c >= 'A' && c <= 'Z') {
            out.append('+').append((char) (c + 32));
        } else {
            out.append('%').append(HEX.toHexDigits(value));
        }
    }

    private static boolean isHex(String text, int at) {
        return HexFormat.isHexDigit(text.charAt(at)) && HexFormat.isHexDigit(text.charAt(at + 1));
    }

    private static String hash(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
