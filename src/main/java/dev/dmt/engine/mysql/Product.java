package dev.dmt.engine.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the two products a server is, and its version. */
record Product(boolean mariaDb, int major, int minor, String version) {
    static final int UNKNOWN_VARIABLE = 1193;
    /** Old MariaDBs put another number before their own, for clients that knew MySQL alone. */
    private static final Pattern VERSION = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)[^-]*.*");

    static Product of(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        Matcher matcher = VERSION.matcher(version);
        boolean known = matcher.matches();
        return new Product(
                version.contains("MariaDB"),
                known ? Integer.parseInt(matcher.group(1)) : 0,
                known ? Integer.parseInt(matcher.group(2)) : 0,
                version);
    }

    String text() {
        return (mariaDb ? "MariaDB " : "MySQL ") + version;
    }
}
