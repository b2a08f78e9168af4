package dev.dmt.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of one end of a migration: source and target have the same ones. */
final class DatabaseKeys {
    static final DatabaseKeys SOURCE = new DatabaseKeys("source", DmtConfig::source, "SOURCE_PASSWORD");
    static final DatabaseKeys TARGET = new DatabaseKeys("target", DmtConfig::target, "PGPASSWORD");

    private final String section;
    private final Function<DmtConfig, DatabaseConfig> end;

    final ConfigKey<EngineName> type;
    final ConfigKey<Path> path;
    final ConfigKey<String> host;
    final ConfigKey<Long> port;
    final ConfigKey<String> database;
    final ConfigKey<String> user;
    final ConfigKey<Secret> password;
    final ConfigKey<String> schema;
    final ConfigKey<List<String>> schemas;
    final ConfigKey<String> sslMode;
    final ConfigKey<SnapshotMode> snapshot;
    final ConfigKey<Map<String, String>> properties;

    private DatabaseKeys(String section, Function<DmtConfig, DatabaseConfig> end, String passwordVariable) {
        this.section = section;
        this.end = end;
        type = engineKey();
        path = pathKey();
        host = key("host", new TextType(), "The server's name or address.")
                .defaultWords("localhost")
                .example("localhost")
                .decidesResult()
                .maybeHeldBy(ofServer(DatabaseConfig::host));
        port = key("port", new WholeType(1, 65_535), "The server's port.")
                .defaultWords("that of the type: 5432 for postgres, 3306 for mysql, 1433 for mssql, 1521 for oracle")
                .example("5432")
                .decidesResult()
                .maybeHeldBy(ofServer(database -> (long) database.port()));
        database = key("database", new TextType(), "The database's name.")
                .defaultWords("required for a server; postgres for an embedded one")
                .example("app")
                .decidesResult()
                .maybeHeldBy(optional(DatabaseConfig::database));
        user = key("user", new TextType(), "The user to connect as.")
                .defaultWords("required for a server; postgres for an embedded one")
                .example("app")
                .maybeHeldBy(optional(DatabaseConfig::user));
        password = passwordKey(passwordVariable);
        schema = key("schema", new TextType(), schemaWords())
                .defaultWords("public for postgres, dbo for mssql, else none")
                .example("public")
                .decidesResult()
                .maybeHeldBy(this::heldSchema);
        schemas = key(
                        "schemas",
                        new ListType(),
                        "Several schemas, in place of `schema`: tables are then named with theirs (`sales.orders`), here and"
                                + " in every key.")
                .fallback("")
                .example("[\"sales\", \"hr\"]")
                .decidesResult()
                .maybeHeldBy(config -> Optional.of(end.apply(config))
                        .map(DatabaseConfig::schemas)
                        .filter(held -> !held.isEmpty() && !held.contains(DatabaseConfig.ALL)));
        sslMode = key(
                        "ssl_mode",
                        new TextType(),
                        "How the connection is encrypted and the server proven; for postgres " + "one of "
                                + String.join(", ", DatabaseAssembly.SSL_MODES) + ".")
                .defaultWords("the driver's")
                .example("require")
                .maybeHeldBy(config -> end.apply(config).sslMode());
        snapshot = snapshotKey();
        properties = key("properties", new MapType(EntryRule.PROPERTIES), "Handed to the driver as they are.")
                .fallback("")
                .example("{\"socketTimeout\": \"300\"}")
                .heldBy(config -> end.apply(config).properties());
    }

    private Optional<String> heldSchema(DmtConfig config) {
        DatabaseConfig held = end.apply(config);
        if (!config.source().severalSchemas()) {
            return Optional.of(held.schema()).filter(text -> !text.isEmpty());
        }
        return section.equals("target") || held.allSchemas()
                ? held.schemas().stream().findFirst()
                : Optional.empty();
    }

    private String schemaWords() {
        return section.equals("source")
                ? "The schema that the tables are in; `\"*\"` for all that the database has."
                : "The schema that the tables go to; of several schemas of a source, all of them.";
    }

    private ConfigKey<Secret> passwordKey(String variable) {
        return key(
                        "password",
                        new SecretType(variable),
                        "The user's password. Keep it out of the file: `${env:NAME}`, `${file:PATH}`.")
                .defaultWords("the variable PGPASSWORD for postgres, else none")
                .example(SecretType.placeholder(variable))
                .maybeHeldBy(config -> Optional.of(end.apply(config).password()).filter(secret -> !secret.isEmpty()));
    }

    private ConfigKey<EngineName> engineKey() {
        return key("type", new ChoiceType<>(List.of(EngineName.values()), EngineName::text), "The engine.")
                .defaultWords(section.equals("source") ? "sqlite where a path is given, else required" : "postgres")
                .example(section.equals("source") ? "sqlite" : "postgres")
                .decidesResult()
                .heldBy(config -> end.apply(config).type());
    }

    private ConfigKey<Path> pathKey() {
        return key("path", new PathType(), "The file of a SQLite database, or the folder of an embedded PostgreSQL.")
                .defaultWords("required for sqlite")
                .example(section.equals("source") ? "./app.db" : "./pg")
                .decidesResult()
                .maybeHeldBy(config -> end.apply(config).path().map(Path::of));
    }

    private ConfigKey<SnapshotMode> snapshotKey() {
        ConfigKey<SnapshotMode> key = key(
                        "snapshot",
                        new ChoiceType<>(List.of(SnapshotMode.values()), SnapshotMode::text),
                        "How one consistent state is read: `pinned` readers within a process, one `copy` that all steps"
                                + " read (SQLite), the snapshot that `dmt snapshot hold` has `held` before and still holds"
                                + " (PostgreSQL), or what the engine does best.")
                .fallback("auto")
                .heldBy(config -> end.apply(config).snapshot());
        return section.equals("source")
                ? key.sideEffect("`copy` needs as much disk as the source, in the staging folder.")
                        .decidesResult()
                : key.sideEffect("No effect on a target.");
    }

    private <T> ConfigKey<T> key(String leaf, KeyType<T> keyType, String description) {
        return ConfigKey.of(section + "." + leaf, keyType, description);
    }

    private Function<DmtConfig, Optional<String>> optional(Function<DatabaseConfig, String> field) {
        return config -> Optional.of(field.apply(end.apply(config))).filter(text -> !text.isEmpty());
    }

    private <T> Function<DmtConfig, Optional<T>> ofServer(Function<DatabaseConfig, T> field) {
        return config ->
                Optional.of(end.apply(config)).filter(e -> e.path().isEmpty()).map(field);
    }

    String section() {
        return section;
    }

    List<ConfigKey<?>> all() {
        List<ConfigKey<?>> keys = new ArrayList<>(
                Arrays.asList(type, path, host, port, database, user, password, schema, sslMode, snapshot, properties));
        if (section.equals("source")) {
            keys.add(keys.indexOf(schema) + 1, schemas);
        }
        return List.copyOf(keys);
    }
}
