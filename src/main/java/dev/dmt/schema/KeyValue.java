package dev.dmt.schema;

import java.util.HexFormat;

/** One exact value of a key. Text and binary keep their bytes; nothing passes through floating point. */
public sealed interface KeyValue {
    record Null() implements KeyValue {}

    record Whole(long value) implements KeyValue {}

    record Real(double value) implements KeyValue {}

    /** A value as UTF-8 text: also decimals, uuids and whatever else has an exact text form. */
    record Text(String value) implements KeyValue {}

    /** A binary value, as hex digits. */
    record Bytes(String hex) implements KeyValue {
        public static Bytes of(byte[] value) {
            return new Bytes(HexFormat.of().formatHex(value));
        }

        public byte[] toArray() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /** The stable text form: a letter for the kind, a colon, the value. */
    static String encode(KeyValue key) {
        if (key instanceof Whole whole) {
            return "i:" + whole.value();
        } else if (key instanceof Real real) {
            return "r:" + Long.toHexString(Double.doubleToRawLongBits(real.value()));
        } else if (key instanceof Text text) {
            return "t:" + HexText.escape(text.value());
        } else if (key instanceof Bytes bytes) {
            return "b:" + bytes.hex();
        }
        return "n:";
    }

    static KeyValue decode(String text) {
        String value = text.substring(2);
        return switch (text.substring(0, 2)) {
            case "i:" -> new Whole(Long.parseLong(value));
            case "r:" -> new Real(Double.longBitsToDouble(Long.parseUnsignedLong(value, 16)));
            case "t:" -> new Text(HexText.unescape(value));
            case "b:" -> new Bytes(value);
            case "n:" -> new Null();
            default -> throw new IllegalArgumentException("not a key value: " + text);
        };
    }

    /** Escapes what would break the list form of a {@link KeyTuple}. */
    final class HexText {
        private HexText() {}

        static String escape(String value) {
            StringBuilder out = new StringBuilder(value.length() + 8);
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '%' || c == ',' || c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                    out.append('%').append(HexFormat.of().toHexDigits(c));
                } else {
                    out.append(c);
                }
            }
            return out.toString();
        }

        static String unescape(String value) {
            StringBuilder out = new StringBuilder(value.length());
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '%') {
                    out.append((char) HexFormat.fromHexDigits(value, i + 1, i + 5));
                    i += 4;
                } else {
                    out.append(c);
                }
            }
            return out.toString();
        }
    }
}
