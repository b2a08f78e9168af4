package dev.dmt.schema.canonical;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What jsonb keeps of a document: no white space, each key once (the last one wins), no order of keys, numbers as
 * decimals, strings without escapes.
 */
final class JsonForm {
    /** PostgreSQL's own limit is its stack; deeper documents are compared byte by byte. */
    private static final int DEEPEST = 2_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .build();

    private JsonForm() {}

    /** Appends the canonical form; appends nothing and returns false where the bytes are no JSON document. */
    static boolean write(byte[] from, int offset, int length, CanonicalBytes out) {
        CanonicalBytes document = new CanonicalBytes(length + 16);
        // A string, since from bytes the parser would guess the encoding and drop a byte order mark.
        String text = new String(from, offset, length, StandardCharsets.UTF_8);
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            writeValue(parser, document);
            if (parser.nextToken() != null) {
                return false;
            }
        } catch (IOException e) {
            return false;
        }
        out.put(document.array(), 0, document.length());
        return true;
    }

    private static void writeValue(JsonParser parser, CanonicalBytes out) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> writeObject(parser, out);
            case START_ARRAY -> writeArray(parser, out);
            case VALUE_STRING -> writeString(parser.getText(), out);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> writeNumber(parser.getText(), out);
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> out.putAscii(parser.getText());
            default -> throw new IOException("unexpected token");
        }
    }

    private static void writeObject(JsonParser parser, CanonicalBytes out) throws IOException {
        Map<String, byte[]> members = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            CanonicalBytes member = new CanonicalBytes(32);
            writeValue(parser, member);
            members.put(name, Arrays.copyOf(member.array(), member.length()));
        }
        out.put('{');
        boolean first = true;
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            if (!first) {
                out.put(',');
            }
            first = false;
            writeString(member.getKey(), out);
            out.put(':');
            out.put(member.getValue());
        }
        out.put('}');
    }

    private static void writeArray(JsonParser parser, CanonicalBytes out) throws IOException {
        out.put('[');
        boolean first = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!first) {
                out.put(',');
            }
            first = false;
            writeValue(parser, out);
        }
        out.put(']');
    }

    private static void writeNumber(String text, CanonicalBytes out) {
        byte[] digits = text.getBytes(StandardCharsets.US_ASCII);
        if (!new DecimalForm(out).write(digits, 0, digits.length)) {
            out.put(digits);
        }
    }

    private static void writeString(String text, CanonicalBytes out) {
        out.put('"');
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == '"' || c == '\\' || Character.isSurrogate(c)) {
                out.put(text.substring(run, i).getBytes(StandardCharsets.UTF_8));
                out.putAscii(Character.isSurrogate(c) ? "\\u" + Integer.toHexString(c) : "\\" + c);
                run = i + 1;
            }
        }
        out.put(text.substring(run).getBytes(StandardCharsets.UTF_8));
        out.put('"');
    }
}
