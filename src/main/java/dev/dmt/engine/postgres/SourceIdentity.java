package dev.dmt.engine.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** Which schemas of which database it is, and what their tables look like: no row of them, which may change. */
record SourceIdentity(Connection connection, List<String> schemas) {
    private static final String PREFIX = "postgres:";
    private static final String SCHEMA_END = "/";
    private static final int DIGITS = 16;

    private static final String PLACE = "SELECT (SELECT system_identifier FROM pg_catalog.pg_control_system()) || '/'"
            + " || (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()) || '/'";

    private static final String SHAPE =
            "SELECT CASE WHEN cardinality(s.names) > 1 THEN n.nspname || '.' ELSE '' END || c.relname, a.attname,"
                    + " pg_catalog.format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END"
                    + " FROM (SELECT ?::text[] AS names) AS s CROSS JOIN pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                    + " WHERE n.nspname = ANY (s.names) AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '"
                    + LedgerTable.NAME + "' ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\", a.attnum";

    String text() throws SQLException {
        return database() + String.join(SCHEMA_END, schemas) + "#" + shape();
    }

    static boolean isPostgres(String fingerprint) {
        return fingerprint.startsWith(PREFIX);
    }

    /** Whether a schema of this database is one of those that were read. */
    boolean isPlaceOf(String fingerprint, String schema) throws SQLException {
        String database = database();
        int end = fingerprint.lastIndexOf('#');
        return fingerprint.startsWith(database)
                && end >= database.length()
                && List.of(fingerprint.substring(database.length(), end).split(SCHEMA_END, -1))
                        .contains(schema);
    }

    /** The same for every connection to this database, by whatever address. */
    private String database() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLACE);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return PREFIX + result.getString(1);
        }
    }

    private String shape() throws SQLException {
        MessageDigest digest = sha256();
        try (PreparedStatement statement = connection.prepareStatement(SHAPE)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
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
