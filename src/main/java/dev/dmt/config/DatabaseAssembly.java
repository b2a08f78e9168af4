package dev.dmt.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one end of a migration from its keys: what they demand of each other, and the defaults that follow. */
final class DatabaseAssembly {
    static final List<String> SSL_MODES = List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private final DatabaseKeys keys;
    private final ConfigValues values;
    private final Map<String, String> environment;
    private final ConfigProblems problems;

    DatabaseAssembly(DatabaseKeys keys, ConfigValues values, Map<String, String> environment, ConfigProblems problems) {
        this.keys = keys;
        this.values = values;
        this.environment = environment;
        this.problems = problems;
    }

    /** True where anything at all is said of this end. */
    boolean given() {
        return keys.all().stream().anyMatch(values::given);
    }

    /** Reports what is missing or contradictory. */
    void check(Origin section) {
        Optional<EngineName> type = type();
        if (type.isEmpty()) {
            if (!values.given(keys.type)) {
                problems.add(
                        section,
                        keys.type.name(),
                        "is missing; " + keys.type.type().wanted());
            }
        } else if (type.get() == EngineName.SQLITE) {
            demand(keys.path, section, "the file of the SQLite database");
            refuseSchema(section);
        } else if (values.given(keys.path)) {
            checkEmbedded(type.get(), section);
        } else {
            demand(keys.database, section, "the database's name");
            demand(keys.user, section, "the user to connect as");
        }
        if (type.equals(Optional.of(EngineName.POSTGRES))) {
            checkSslMode(section);
        }
    }

    private void refuseSchema(Origin section) {
        if (keys == DatabaseKeys.TARGET && values.find(keys.schema).isPresent()) {
            problems.add(
                    values.origin(keys.schema).orElse(section),
                    keys.schema.name(),
                    "means nothing to SQLite, which has no schemas: leave it out");
        }
    }

    /** Reports an end that is the very file of the other one. */
    void refuseSameFile(DatabaseAssembly other, Origin section) {
        Optional<Path> mine = file();
        Optional<Path> theirs = other.file();
        if (mine.isPresent() && theirs.isPresent() && isSame(mine.get(), theirs.get())) {
            problems.add(section, keys.path.name(), "is the file of the source, which would be written over");
        }
    }

    private Optional<Path> file() {
        return type().equals(Optional.of(EngineName.SQLITE)) ? values.find(keys.path) : Optional.empty();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return (Files.exists(one) && Files.exists(other))
                    ? Files.isSameFile(one, other)
                    : one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize());
        } catch (IOException e) {
            return false;
        }
    }

    private void checkEmbedded(EngineName type, Origin section) {
        if (type != EngineName.POSTGRES) {
            problems.add(
                    section,
                    keys.path.name(),
                    "is for sqlite and an embedded postgres; " + type.text() + " has a host");
        } else if (values.given(keys.host) || values.given(keys.port)) {
            problems.add(
                    section,
                    keys.path.name(),
                    "means an embedded PostgreSQL in a folder, but " + keys.host.name() + " or " + keys.port.name()
                            + " a server: leave one of them out");
        }
    }

    private void checkSslMode(Origin section) {
        values.find(keys.sslMode)
                .filter(mode -> !SSL_MODES.contains(mode))
                .ifPresent(mode -> problems.add(
                        values.origin(keys.sslMode).orElse(section),
                        keys.sslMode.name(),
                        "must be one of " + String.join(", ", SSL_MODES) + NearestName.question(SSL_MODES, mode)));
    }

    private void demand(ConfigKey<?> key, Origin section, String what) {
        if (!values.given(key)) {
            problems.add(section, key.name(), "is missing: " + what);
        }
    }

    private Optional<EngineName> type() {
        if (values.given(keys.type)) {
            return values.find(keys.type);
        }
        if (keys == DatabaseKeys.TARGET) {
            return Optional.of(EngineName.POSTGRES);
        }
        return values.given(keys.path) ? Optional.of(EngineName.SQLITE) : Optional.empty();
    }

    /** The finished end. To be asked for only when there was nothing to report. */
    DatabaseConfig assemble() {
        EngineName type = type().orElseThrow();
        boolean server = type != EngineName.SQLITE && !values.given(keys.path);
        boolean embedded = type == EngineName.POSTGRES && !server;
        String ownName = embedded ? "postgres" : "";
        return new DatabaseConfig(
                type,
                values.find(keys.path).map(Path::toString),
                server ? values.find(keys.host).orElse("localhost") : "",
                server ? values.find(keys.port).map(Long::intValue).orElse(EngineDefaults.port(type)) : 0,
                values.find(keys.database).orElse(ownName),
                values.find(keys.user).orElse(ownName),
                password(type),
                values.find(keys.schema).orElse(EngineDefaults.schema(type)),
                schemas(),
                values.find(keys.sslMode),
                values.get(keys.snapshot),
                values.get(keys.properties));
    }

    private List<String> schemas() {
        List<String> several = values.find(keys.schemas).orElse(List.of());
        boolean one = keys == DatabaseKeys.TARGET
                || values.find(keys.schema).filter(DatabaseConfig.ALL::equals).isPresent();
        return several.isEmpty() && one ? values.find(keys.schema).stream().toList() : several;
    }

    /** As with PostgreSQL's own tools, PGPASSWORD speaks where nothing else does. */
    private Secret password(EngineName type) {
        String usual = type == EngineName.POSTGRES ? environment.getOrDefault("PGPASSWORD", "") : "";
        return values.find(keys.password).orElse(Secret.of(usual));
    }
}
