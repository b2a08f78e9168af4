package dev.dmt.engine.oracle;

import dev.dmt.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and literals as Oracle writes them: the one place that quotes. A name is always quoted, so that it keeps its case. */
final class OracleIdentifiers {
    /** In bytes, of servers from 12.2 on. */
    private static final int LONGEST = 128;

    private static final int HASH_DIGITS = 8;

    /** Not even quotes make a column's name of it; and what is dmt's own. */
    private static final Set<String> TAKEN = Set.of(
            "ROWID", OracleLedgerWords.TABLE, OracleLedgerWords.TABLE + "_PK", OracleLedgerWords.TABLE + "_pkey");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private OracleIdentifiers() {}

    static String quote(String name) {
        if (name.indexOf('"') >= 0) {
            throw new IllegalArgumentException("no name of Oracle's holds a double quote");
        }
        return '"' + name + '"';
    }

    static String quote(TableName table) {
        return table.schema().isEmpty() ? quote(table.name()) : quote(table.schema()) + "." + quote(table.name());
    }

    static String quoteAll(List<String> names) {
        return names.stream().map(OracleIdentifiers::quote).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A name as Oracle would read it in a statement: in capitals unless it is quoted. */
    static String folded(String written) {
        var quoted = QUOTED.matcher(written);
        return quoted.matches() ? quoted.group(1) : written.toUpperCase(Locale.ROOT);
    }

    static Optional<String> accepted(String wanted) {
        String possible = wanted.replace('"', '_');
        if (possible.isEmpty() || possible.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return Optional.of(TAKEN.contains(possible) ? possible + "_" : shorten(possible));
    }

    /** Cuts a name that is too long at a whole character and tells it apart by a hash of the whole. */
    private static String shorten(String name) {
        if (bytes(name) <= LONGEST) {
            return name;
        }
        int room = LONGEST - HASH_DIGITS - 1;
        int end = 0;
        int used = 0;
        while (true) {
            int next = name.offsetByCodePoints(end, 1);
            used += bytes(name.substring(end, next));
            if (used > room) {
                return name.substring(0, end) + "_" + hash(name);
            }
            end = next;
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
