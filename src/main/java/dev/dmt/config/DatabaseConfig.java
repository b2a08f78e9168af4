package dev.dmt.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One end of a migration. Which fields matter depends on the type.
 *
 * @param path the file of a SQLite database, or the folder of an embedded PostgreSQL
 * @param snapshot how a consistent read is had: auto, pinned or copy (SQLite)
 * @param schemas of a source of several schemas those that are read, or {@link #ALL}; of its target the one that the config
 *     names, if it names one; else empty
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
        List<String> schemas,
        Optional<String> sslMode,
        SnapshotMode snapshot,
        Map<String, String> properties) {
    /** In the place of a schema's name: all that the database has. */
    public static final String ALL = "*";

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
        schemas = List.copyOf(schemas);
        properties = Map.copyOf(properties);
    }

    /** Of one schema. */
    public DatabaseConfig(
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
        this(type, path, host, port, database, user, password, schema, List.of(), sslMode, snapshot, properties);
    }

    /** Of a source, whether tables are told apart by their schemas. */
    public boolean severalSchemas() {
        return !schemas.isEmpty();
    }

    DatabaseConfig withSchemas(List<String> newSchemas) {
        return new DatabaseConfig(
                type, path, host, port, database, user, password, schema, newSchemas, sslMode, snapshot, properties);
    }

    /** Whether all schemas of the database are meant. */
    public boolean allSchemas() {
        return schemas.contains(ALL);
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
        return "DatabaseConfig[" + describe() + ", schema=" + schema + ", schemas=" + schemas + ", password=" + password
                + ", sslMode=" + sslMode.orElse("") + ", snapshot=" + snapshot + ", properties=" + properties.keySet()
                + "]";
    }
}
