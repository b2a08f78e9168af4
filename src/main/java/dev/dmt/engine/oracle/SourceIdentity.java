package dev.dmt.engine.oracle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** Which schema of which database it is, and what its tables look like: no row of them, which may change. */
record SourceIdentity(Connection connection, String schema) {
    private static final String PREFIX = "oracle:";
    private static final int DIGITS = 16;

    /** Databases of one image bear one name, but their schemas were not created in the same second. */
    private static final String PLACE = "SELECT SYS_CONTEXT('USERENV', 'DB_UNIQUE_NAME') || '/' ||"
            + " SYS_CONTEXT('USERENV', 'DB_DOMAIN') || '/' || SYS_CONTEXT('USERENV', 'CON_NAME') || '/' || u.USERNAME || '/'"
            + " || u.USER_ID || '/' || TO_CHAR(u.CREATED, 'YYYY-MM-DD HH24:MI:SS') FROM ALL_USERS u WHERE u.USERNAME = ?";

    private static final String SHAPE =
            "SELECT k.TABLE_NAME, k.COLUMN_NAME, k.DATA_TYPE || '(' || k.DATA_LENGTH || ',' ||"
                    + " k.CHAR_LENGTH || ',' || k.DATA_PRECISION || ',' || k.DATA_SCALE || ')' || k.NULLABLE FROM ALL_TAB_COLS k"
                    + " JOIN ALL_TABLES t ON t.OWNER = k.OWNER AND t.TABLE_NAME = k.TABLE_NAME WHERE k.OWNER = ?"
                    + " AND k.HIDDEN_COLUMN = 'NO' AND t.TEMPORARY = 'N' AND t.SECONDARY = 'N' AND t.DROPPED = 'NO'"
                    + " AND k.TABLE_NAME <> '" + OracleLedgerWords.TABLE + "' ORDER BY k.TABLE_NAME, k.COLUMN_ID";

    String text() throws SQLException {
        return place() + "#" + shape();
    }

    static boolean isOracle(String fingerprint) {
        return fingerprint.startsWith(PREFIX);
    }

    boolean isPlaceOf(String fingerprint) throws SQLException {
        return fingerprint.startsWith(place() + "#");
    }

    /** The same for every connection to this schema, by whatever address. */
    private String place() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLACE)) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                return PREFIX + (result.next() ? result.getString(1) : "no schema " + schema);
            }
        }
    }

    private String shape() throws SQLException {
        MessageDigest digest = sha256();
        try (PreparedStatement statement = connection.prepareStatement(SHAPE)) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    for (int i = 1; i <= 3; i++) {
                        digest.update((result.getString(i) + "\0").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
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
