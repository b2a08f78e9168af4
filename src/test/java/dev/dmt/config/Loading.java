package dev.dmt.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dmt.error.DmtException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Loads configs for tests: a folder, a file in it, flags and variables. */
final class Loading {
    /** The least that a target needs. */
    static final String ENDS = "source: {path: app.db}\ntarget: {database: app, user: app}\n";

    private final Path folder;
    private final Map<String, String> flags = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    Loading(Path folder) {
        this.folder = folder;
    }

    Loading flag(String key, String value) {
        flags.put(key, value);
        return this;
    }

    Loading flags(Map<String, String> overrides) {
        flags.putAll(overrides);
        return this;
    }

    Loading variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    DmtConfig load(String yaml) {
        try {
            Files.writeString(folder.resolve("dmt.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return load(Optional.of(Path.of("dmt.yaml")));
    }

    DmtConfig load(Optional<Path> file) {
        return ConfigLoader.load(new ConfigRequest(file, flags, variables, folder));
    }

    /** Loads what must be refused, and gives the message. */
    String refusal(String yaml) {
        DmtException refused = catchThrowableOfType(DmtException.class, () -> load(yaml));
        return refused.code() + " " + refused.getMessage();
    }
}
