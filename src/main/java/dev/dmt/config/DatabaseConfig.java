package dev.dmt.config;

import java.util.Map;
import java.util.Optional;

/**
 * One end of a migration. Which fields matter depends on the type.
 *
 * @param path the file of a SQLite database, or the folder of an embedded PostgreSQL
 * @param snapshot how a consistent read is had: auto, pinned or copy (SQLite)
 * @param properties handed to the driver as they are
 */
public record DatabaseConfig(
        EngineName type,
        Optional<String> path,
        String host,
        int port,
        String database,
        String user,
        Secret password,
        String schema,
        Optional<String> sslMode,
        SnapshotMode snapshot,
        Map<String, String> properties) {
    /** The source of work that has none. */
    static final DatabaseConfig NONE = new DatabaseConfig(
            EngineName.SQLITE,
            Optional.empty(),
            "",
            0,
            "",
            "",
            Secret.none(),
            "",
            Optional.empty(),
            SnapshotMode.AUTO,
            Map.of());

    public DatabaseConfig {
        properties = Map.copyOf(properties);
    }

    /** Where it is, without secrets: for messages, fingerprints and reports. */
    public String describe() {
        return switch (type) {
            case SQLITE -> "sqlite:" + path.orElse("");
            case POSTGRES, MYSQL, MSSQL, ORACLE ->
                path.map(folder -> type.text() + " embedded in " + folder)
                        .orElse(type.text() + "://" + user + "@" + host + ":" + port + "/" + database);
        };
    }

    /** For debugging; properties by name only, since a driver's may be secrets. */
    @Override
    public String toString() {
        return "DatabaseConfig[" + describe() + ", schema=" + schema + ", password=" + password + ", sslMode="
                + sslMode.orElse("") + ", snapshot=" + snapshot + ", properties=" + properties.keySet() + "]";
    }
}
