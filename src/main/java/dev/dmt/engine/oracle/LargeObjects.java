package dev.dmt.engine.oracle;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import oracle.jdbc.OracleResultSet;

/** Texts and bytes, short ones as they come with the row, long ones by their locators, which are given back at once. */
final class LargeObjects {
    private static final byte[] NOTHING = new byte[0];

    private LargeObjects() {}

    static Decoder text(int type) {
        return type == Types.CLOB || type == Types.NCLOB ? LargeObjects::clob : LargeObjects::string;
    }

    /** A text that is padded to its length: its value is what stands before the padding. */
    static Decoder unpadded(Decoder padded) {
        return (rows, place, into) -> {
            if (!padded.read(rows, place, into)) {
                return false;
            }
            int end = into.bytes.length;
            while (end > 0 && into.bytes[end - 1] == ' ') {
                end--;
            }
            into.bytes = end == into.bytes.length ? into.bytes : Arrays.copyOf(into.bytes, end);
            return true;
        };
    }

    static Decoder bytes(int type) {
        return type == Types.BLOB ? LargeObjects::blob : LargeObjects::raw;
    }

    private static boolean string(OracleResultSet rows, int place, Slot into) throws SQLException {
        String value = rows.getString(place);
        if (value == null) {
            return false;
        }
        into.bytes = value.getBytes(StandardCharsets.UTF_8);
        return true;
    }

    private static boolean raw(OracleResultSet rows, int place, Slot into) throws SQLException {
        byte[] value = rows.getBytes(place);
        if (value == null) {
            return false;
        }
        into.bytes = value;
        return true;
    }

    /** An empty one is no NULL: the one text of length 0 that Oracle has. */
    private static boolean clob(OracleResultSet rows, int place, Slot into) throws SQLException {
        Clob value = rows.getClob(place);
        if (value == null) {
            return false;
        }
        try {
            long length = value.length();
            if (length > Integer.MAX_VALUE - 8) {
                throw into.bad("the text has more characters than dmt can carry");
            }
            into.bytes = length == 0 ? NOTHING : characters(value, (int) length).getBytes(StandardCharsets.UTF_8);
            return true;
        } finally {
            value.free();
        }
    }

    private static String characters(Clob value, int length) throws SQLException {
        StringBuilder text = new StringBuilder(length);
        char[] some = new char[Math.min(length, 1 << 16)];
        try (Reader reader = value.getCharacterStream()) {
            for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
                text.append(some, 0, count);
            }
            return text.toString();
        } catch (IOException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException("a text broke off", "08006", e);
        }
    }

    private static boolean blob(OracleResultSet rows, int place, Slot into) throws SQLException {
        Blob value = rows.getBlob(place);
        if (value == null) {
            return false;
        }
        try {
            long length = value.length();
            if (length > Integer.MAX_VALUE - 8) {
                throw into.bad("the value has more bytes than dmt can carry");
            }
            into.bytes = length == 0 ? NOTHING : value.getBytes(1, (int) length);
            return true;
        } finally {
            value.free();
        }
    }
}
