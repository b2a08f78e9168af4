package dev.dmt.engine.mssql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** Which schemas of which database they are, and what its tables look like: no row of them, which may change. */
record SourceIdentity(Connection connection, List<String> schemas) {
    private static final String PREFIX = "mssql:";
    private static final int DIGITS = 16;

    /** The moment of its making tells a database from others of its name. */
    private static final String PLACE = "SELECT CONCAT(CAST(SERVERPROPERTY('ServerName') AS nvarchar(256)), N'/',"
            + " DB_NAME(), N'/', CONVERT(nvarchar(40), (SELECT d.create_date FROM sys.databases AS d"
            + " WHERE d.name = DB_NAME()), 126))";

    String text() throws SQLException {
        return place() + "#/" + String.join("/", schemas) + "/#" + shape();
    }

    static boolean isMssql(String fingerprint) {
        return fingerprint.startsWith(PREFIX);
    }

    /** Whether tables of a schema of this database are among those of the fingerprint. */
    boolean isPlaceOf(String fingerprint, String schema) throws SQLException {
        String place = place() + "#/";
        return fingerprint.startsWith(place)
                && fingerprint.substring(place.length() - 1).contains("/" + schema + "/");
    }

    /** The same for every connection to this database, by whatever address. */
    private String place() throws SQLException {
        List<String> place = new Catalog(connection).list(PLACE, row -> row.getString(1));
        return PREFIX + place.get(0);
    }

    private String shape() throws SQLException {
        MessageDigest digest = sha256();
        for (String schema : schemas) {
            new Catalog(connection)
                    .list(CatalogQueries.COLUMNS + CatalogQueries.COLUMNS_ORDER, ColumnRow::read, schema)
                    .forEach(row -> digest.update(
                            (row.table() + "\0" + row.name() + "\0" + row.spelled() + "\0" + row.nullable() + "\0")
                                    .getBytes(StandardCharsets.UTF_8)));
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
