package dev.dmt.schema.canonical;

/** A uuid as its 16 bytes, whatever the case and the hyphens of its text. */
final class UuidForm {
    private static final int HEX_DIGITS = 32;

    private UuidForm() {}

    /** Appends the 16 bytes; appends nothing and returns false where the text is no uuid. */
    static boolean write(byte[] from, int offset, int length, CanonicalBytes out) {
        int digits = 0;
        for (int i = offset; i < offset + length; i++) {
            if (from[i] != '-') {
                if (Character.digit(from[i], 16) < 0) {
                    return false;
                }
                digits++;
            }
        }
        if (digits != HEX_DIGITS) {
            return false;
        }
        int high = -1;
        for (int i = offset; i < offset + length; i++) {
            if (from[i] != '-') {
                int digit = Character.digit(from[i], 16);
                if (high < 0) {
                    high = digit;
                } else {
                    out.put(high << 4 | digit);
                    high = -1;
                }
            }
        }
        return true;
    }
}
