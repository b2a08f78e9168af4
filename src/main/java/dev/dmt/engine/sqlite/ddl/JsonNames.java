package dev.dmt.engine.sqlite.ddl;

import java.util.HexFormat;
import java.util.List;

/** Names as a JSON list, for json_each. */
final class JsonNames {
    private JsonNames() {}

    static String list(List<String> names) {
        StringBuilder out = new StringBuilder("[");
        for (String name : names) {
            if (out.length() > 1) {
                out.append(',');
            }
            append(out, name);
        }
        return out.append(']').toString();
    }

    private static void append(StringBuilder out, String name) {
        out.append('"');
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
