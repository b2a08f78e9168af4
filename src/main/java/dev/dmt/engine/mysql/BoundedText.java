package dev.dmt.engine.mysql;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.schema.LogicalType;
import java.util.OptionalInt;

/** Chooses among the types of texts and bytes: an index wants a bound, and all that is bounded shares one short row. */
record BoundedText(ColumnUse use) {
    /** Of a key; in characters of four bytes. */
    static final int LONGEST_KEY = 768;

    static final int LONGEST_KEY_BYTES = 3072;
    private static final int USUAL_KEY = 255;
    private static final int LONGEST_CHAR = 255;
    private static final int LONGEST_VARCHAR = 4000;
    private static final int LONGEST_VARBINARY = 8000;
    private static final int TEXT = 65_535;
    private static final int MEDIUM = 16_777_215;

    NativeType of(LogicalType.Text type) {
        String spelling = ColumnSpelling.of(type);
        int length = type.length().orElse(0);
        if (use.keyed() && (length == 0 || length > LONGEST_KEY)) {
            return keyed(type, spelling);
        }
        if (type.fixed() && length > 0 && length <= LONGEST_CHAR) {
            return NativeType.exact("char(" + length + ")" + spelling, type);
        }
        if (length > 0 && length <= LONGEST_VARCHAR) {
            return NativeType.exact("varchar(" + length + ")" + spelling, type);
        }
        return length == 0
                ? NativeType.exact("longtext" + spelling, type)
                : NativeType.widened("longtext" + spelling, "a row of MySQL has no room for its bound", type);
    }

    private NativeType keyed(LogicalType.Text type, String spelling) {
        if (use.longest() > LONGEST_KEY) {
            return NativeType.widened(
                    "longtext" + spelling,
                    "its longest value has " + use.longest() + " characters and an index holds " + LONGEST_KEY
                            + ": indexes cover their beginning, and no key can be made of it",
                    type);
        }
        int bound = use.longest() <= USUAL_KEY ? USUAL_KEY : LONGEST_KEY;
        return NativeType.lossy(
                "varchar(" + bound + ")" + spelling,
                "an index holds " + LONGEST_KEY + " characters; the longest value has " + use.longest(),
                type);
    }

    NativeType of(LogicalType.Binary type) {
        int length = type.length().orElse(0);
        if (use.keyed() && (length == 0 || length > LONGEST_KEY_BYTES)) {
            return keyed(type);
        }
        if (type.fixed() && length > 0 && length <= LONGEST_CHAR) {
            return NativeType.exact("binary(" + length + ")", type);
        }
        if (length > 0 && length <= LONGEST_VARBINARY) {
            return NativeType.exact("varbinary(" + length + ")", type);
        }
        return NativeType.exact(blob(type.length()), type);
    }

    private NativeType keyed(LogicalType.Binary type) {
        if (use.longest() > LONGEST_KEY_BYTES) {
            return NativeType.widened(
                    "longblob",
                    "its longest value has " + use.longest() + " bytes and an index holds " + LONGEST_KEY_BYTES
                            + ": indexes cover their beginning, and no key can be made of it",
                    type);
        }
        int bound = use.longest() <= USUAL_KEY ? USUAL_KEY : LONGEST_KEY_BYTES;
        return NativeType.lossy(
                "varbinary(" + bound + ")",
                "an index holds " + LONGEST_KEY_BYTES + " bytes; the longest value has " + use.longest(),
                type);
    }

    private static String blob(OptionalInt length) {
        int bytes = length.orElse(Integer.MAX_VALUE);
        return bytes <= TEXT ? "blob" : bytes <= MEDIUM ? "mediumblob" : "longblob";
    }
}
