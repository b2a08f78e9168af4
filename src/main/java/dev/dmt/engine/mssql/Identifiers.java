package dev.dmt.engine.mssql;

import dev.dmt.schema.TableName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names and literals as T-SQL writes them: the one place that quotes. */
final class Identifiers {
    /** In UTF-16 units, as sysname counts. */
    private static final int LONGEST = 128;

    private static final int HASH_DIGITS = 8;

    /** What is dmt's own, and what SQL Server keeps for itself in every table. */
    private static final Set<String> TAKEN =
            Set.of(LedgerTable.NAME, LedgerTable.NAME + "_pkey", "$action", "$identity", "$rowguid", "$partition");

    private Identifiers() {}

    static String quote(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    static String quote(TableName table) {
        return table.schema().isEmpty() ? quote(table.name()) : quote(table.schema()) + "." + quote(table.name());
    }

    static String quoteAll(List<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    /** A text literal, in Unicode whatever the database's code page. */
    static String literal(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }

    /** The table's number, NULL where it is not there. */
    static String objectId(TableName table) {
        return "OBJECT_ID(" + literal(quote(table)) + ", N'U')";
    }

    static Optional<String> accepted(String wanted) {
        // A name that begins with a number sign would be a temporary table's.
        String name = wanted.startsWith("#") ? "_" + wanted.substring(1) : wanted;
        if (name.isEmpty() || name.indexOf('\0') >= 0 || name.indexOf('\uffff') >= 0) {
            return Optional.empty();
        }
        return Optional.of(TAKEN.contains(name.toLowerCase(Locale.ROOT)) ? name + "_" : shorten(name));
    }

    /** Cuts a name that is too long at a whole character and tells it apart by a hash of the whole. */
    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int room = LONGEST - HASH_DIGITS - 1;
        int end = Character.isHighSurrogate(name.charAt(room - 1)) ? room - 1 : room;
        return name.substring(0, end) + "_" + hash(name);
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
