package dev.dmt.engine.mysql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/** Which database of which server it is, and what its tables look like: no row of them, which may change. */
record SourceIdentity(Connection connection, String schema) {
    private static final String PREFIX = "mysql:";
    private static final int DIGITS = 16;
    private static final String SHAPE = "SELECT c.TABLE_NAME, c.COLUMN_NAME, c.COLUMN_TYPE, c.IS_NULLABLE"
            + " FROM information_schema.COLUMNS c JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA"
            + " AND t.TABLE_NAME = c.TABLE_NAME WHERE c.TABLE_SCHEMA = ?"
            + " AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND c.TABLE_NAME <> '" + CatalogQueries.LEDGER
            + "' ORDER BY CAST(c.TABLE_NAME AS BINARY), c.ORDINAL_POSITION";

    String text() throws SQLException {
        return place() + "#" + shape();
    }

    static boolean isMysql(String fingerprint) {
        return fingerprint.startsWith(PREFIX);
    }

    boolean isPlaceOf(String fingerprint) throws SQLException {
        return fingerprint.startsWith(place() + "#");
    }

    /** The same for every connection to this database, by whatever address. */
    private String place() throws SQLException {
        CatalogRows rows = new CatalogRows(connection);
        for (String variable : new String[] {"server_uuid", "server_uid"}) {
            try {
                return PREFIX + rows.first("SELECT @@" + variable).orElse("") + "/" + schema;
            } catch (SQLException e) {
                if (e.getErrorCode() != Product.UNKNOWN_VARIABLE) {
                    throw e;
                }
            }
        }
        return PREFIX
                + rows.first("SELECT CONCAT(@@hostname, ':', @@port, @@datadir)")
                        .orElse("") + "/" + schema;
    }

    private String shape() throws SQLException {
        MessageDigest digest = sha256();
        new CatalogRows(connection)
                .each(
                        SHAPE,
                        row -> {
                            for (int i = 1; i <= 4; i++) {
                                digest.update((row.getString(i) + "\0").getBytes(StandardCharsets.UTF_8));
                            }
                        },
                        schema);
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
