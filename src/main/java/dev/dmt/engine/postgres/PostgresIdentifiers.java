package dev.dmt.engine.postgres;

import dev.dmt.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names and literals as PostgreSQL writes them: the one place that quotes. */
final class PostgresIdentifiers {
    private static final int LONGEST = 63;
    private static final int HASH_DIGITS = 8;

    /** What every table has as a system column, and what is dmt's own. */
    private static final Set<String> TAKEN =
            Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid", LedgerTable.NAME, LedgerTable.NAME + "_pkey");

    private PostgresIdentifiers() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quote(TableName table) {
        return table.schema().isEmpty() ? quote(table.name()) : quote(table.schema()) + "." + quote(table.name());
    }

    static String quoteAll(List<String> names) {
        return names.stream().map(PostgresIdentifiers::quote).collect(Collectors.joining(", "));
    }

    /** A text literal; right whatever standard_conforming_strings says. */
    static String literal(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    static Optional<String> accepted(String wanted) {
        if (wanted.isEmpty() || wanted.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return Optional.of(TAKEN.contains(wanted) ? wanted + "_" : shorten(wanted));
    }

    /** Cuts a name that is too long at a whole character and tells it apart by a hash of the whole. */
    private static String shorten(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return name;
        }
        int room = LONGEST - HASH_DIGITS - 1;
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < name.length(); ) {
            int codePoint = name.codePointAt(i);
            bytes += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > room) {
                break;
            }
            kept.appendCodePoint(codePoint);
            i += Character.charCount(codePoint);
        }
        return kept + "_" + hash(name);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
