package dev.dmt.cli;

import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DmtConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the flags say about the config. */
final class ConfigArguments {
    static final String DEFAULT_FILE = "dmt.yaml";

    private final Surroundings surroundings;
    private final GlobalFlags flags;
    private final ConfigSource configs;

    ConfigArguments(Surroundings surroundings, GlobalFlags flags, ConfigSource configs) {
        this.surroundings = surroundings;
        this.flags = flags;
        this.configs = configs;
    }

    DmtConfig load() {
        DmtConfig config = configs.load(request());
        if (flags.writeConfig != null && !flags.dryRun) {
            configs.save(surroundings.workingFolder().resolve(flags.writeConfig), config);
        }
        return config;
    }

    /** A config that need not name a source. */
    DmtConfig loadTarget() {
        return configs.load(
                given(flags.target != null || saidByVariables("DMT_TARGET")).withoutSource());
    }

    /** A config that only says where the checkpoint lies, where nothing names the two ends. */
    DmtConfig loadForCheckpoint() {
        if (flags.source != null || file().isPresent() || saidByVariables("DMT_SOURCE")) {
            return load();
        }
        Map<String, String> overrides = new LinkedHashMap<>(configs.source("unknown.db"));
        overrides.putAll(configs.target("embedded:unknown"));
        overrides.putAll(overrides());
        return configs.load(new ConfigRequest(
                Optional.empty(), overrides, surroundings.environment(), surroundings.workingFolder()));
    }

    ConfigRequest request() {
        return given(false);
    }

    private ConfigRequest given(boolean enough) {
        if (!enough
                && file().isEmpty()
                && flags.source == null
                && flags.settings.isEmpty()
                && !saidByVariables("DMT_SOURCE")) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    "there is no " + DEFAULT_FILE + " in " + surroundings.workingFolder(),
                    ErrorContext.hint(
                            "dmt init writes one; or say --source app.db --target postgres://user@host/database"));
        }
        return new ConfigRequest(file(), overrides(), surroundings.environment(), surroundings.workingFolder());
    }

    /** Dotted keys to values; a later flag is more particular than an earlier one, so --set has the last word. */
    Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>();
        if (flags.source != null) {
            overrides.putAll(configs.source(flags.source));
        }
        if (flags.target != null) {
            overrides.putAll(configs.target(flags.target));
        }
        put(overrides, "checkpoint.path", flags.checkpoint == null ? null : inWorkingFolder(flags.checkpoint));
        put(overrides, "logging.format", flags.logFormat == null ? null : flags.logFormat.name());
        put(overrides, "logging.level", flags.logLevel == null ? null : flags.logLevel.name());
        overrides.putAll(flags.settings);
        return overrides;
    }

    private Optional<Path> file() {
        Path folder = surroundings.workingFolder();
        if (flags.config != null) {
            Path file = folder.resolve(flags.config);
            if (!Files.isRegularFile(file)) {
                throw new DmtException(
                        ErrorCode.CONFIG,
                        "there is no config " + file,
                        ErrorContext.at("file", file.toString()).withHint("dmt init writes one"));
            }
            return Optional.of(file);
        }
        return Optional.of(folder.resolve(DEFAULT_FILE)).filter(Files::isRegularFile);
    }

    private boolean saidByVariables(String prefix) {
        return surroundings.environment().keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    // Flags are relative to where the person stands, not to where the config lies.
    private String inWorkingFolder(String path) {
        return path.startsWith("jdbc:")
                ? path
                : surroundings.workingFolder().resolve(path).toString();
    }

    private static void put(Map<String, String> overrides, String key, @Nullable String value) {
        if (value != null) {
            overrides.put(key, value);
        }
    }
}
