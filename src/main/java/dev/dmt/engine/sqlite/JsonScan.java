package dev.dmt.engine.sqlite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/**
 * Checks whether all of a column's texts are JSON, and whether jsonb could hold them. The first that is not ends the
 * checking. Where JSON is not declared only objects and arrays count.
 */
final class JsonScan {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST_EXPONENT = 4;

    private final boolean expected;
    private boolean valid = true;
    private long documents;
    private long containers;
    private long notBinary;

    JsonScan(boolean expected) {
        this.expected = expected;
    }

    /** Something that is no text that a parser could be given. */
    void reject() {
        valid = false;
    }

    void accept(byte[] text) {
        if (!valid) {
            return;
        }
        boolean container = text.length > 0 && (text[0] == '{' || text[0] == '[');
        if (!container && !expected) {
            valid = false;
            return;
        }
        try {
            boolean wideNumber = parse(text);
            documents++;
            containers += container ? 1 : 0;
            notBinary += wideNumber || hasEscapeBeyondBinary(text) ? 1 : 0;
        } catch (IOException e) {
            valid = false;
        }
    }

    /** Returns whether a number is too wide for jsonb; throws where the text is not one document. */
    private static boolean parse(byte[] text) throws IOException {
        if (text.length > 0 && (text[0] & 0x80) != 0) {
            throw new IOException("a byte order mark");
        }
        boolean wide = false;
        int depth = 0;
        boolean complete = false;
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (complete) {
                    throw new IOException("more than one document");
                }
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                    wide |= wideExponent(parser.getText());
                }
                complete = depth == 0;
            }
        }
        if (!complete) {
            throw new IOException("no document");
        }
        return wide;
    }

    private static boolean wideExponent(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        return exponent >= 0 && number.length() - exponent - 1 > LONGEST_EXPONENT;
    }

    /** Looks for an escaped NUL, or half of a surrogate pair without the other. */
    private static boolean hasEscapeBeyondBinary(byte[] text) {
        boolean high = false;
        int i = 0;
        while (i < text.length) {
            if (text[i] != '\\') {
                if (high) {
                    return true;
                }
                i++;
            } else if (text[i + 1] != 'u') {
                if (high) {
                    return true;
                }
                i += 2;
            } else {
                int unit = hex(text, i + 2);
                boolean low = unit >= 0xdc00 && unit <= 0xdfff;
                if (unit == 0 || low != high) {
                    return true;
                }
                high = unit >= 0xd800 && unit <= 0xdbff;
                i += 6;
            }
        }
        return false;
    }

    private static int hex(byte[] text, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value * 16 + Character.digit(text[i], 16);
        }
        return value;
    }

    void report(Map<String, Long> facts) {
        facts.put(Facts.JSON_VALID, documents);
        facts.put(Facts.JSON_OBJECT, containers);
        facts.put(Facts.JSON_NOT_BINARY, notBinary);
    }
}
