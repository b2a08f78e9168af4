package dev.dmt.engine.sqlite;

/** Small texts with a fixed form: booleans and uuids. */
final class Words {
    static final int NOT = -1;
    static final int UUID_LENGTH = 36;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private Words() {}

    /** 1 for true, t, yes, y; 0 for false, f, no, n; in any case; else {@link #NOT}. */
    static int truth(byte[] text) {
        return switch (text.length) {
            case 1 -> letter(text[0]);
            case 2 -> is(text, "no") ? 0 : NOT;
            case 3 -> is(text, "yes") ? 1 : NOT;
            case 4 -> is(text, "true") ? 1 : NOT;
            case 5 -> is(text, "false") ? 0 : NOT;
            default -> NOT;
        };
    }

    private static int letter(byte letter) {
        return switch (letter) {
            case '1', 't', 'T', 'y', 'Y' -> 1;
            case '0', 'f', 'F', 'n', 'N' -> 0;
            default -> NOT;
        };
    }

    private static boolean is(byte[] text, String lowerCase) {
        for (int i = 0; i < text.length; i++) {
            if ((text[i] | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True for 36 characters, hexadecimal digits in either case and hyphens in their four places. */
    static boolean uuid(byte[] text) {
        if (text.length != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? text[i] != '-' : Character.digit(text[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean lowerCase(byte[] text) {
        for (byte letter : text) {
            if (letter >= 'A' && letter <= 'Z') {
                return false;
            }
        }
        return true;
    }

    /** Writes the 16 bytes as the 36 characters. */
    static void writeUuid(byte[] value, byte[] target) {
        int at = 0;
        for (int i = 0; i < value.length; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                target[at++] = '-';
            }
            target[at++] = HEX[(value[i] >> 4) & 0xf];
            target[at++] = HEX[value[i] & 0xf];
        }
    }
}
