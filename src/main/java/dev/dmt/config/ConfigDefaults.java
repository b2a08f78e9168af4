package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Optional;

/** The fixed defaults of keys, read by the keys' own types. */
final class ConfigDefaults {
    private ConfigDefaults() {}

    /**
     * A key's default; empty where it has none or it follows from other keys.
     *
     * @param folder what a default path starts from
     */
    static <T> Optional<T> value(ConfigKey<T> key, Path folder) {
        ConfigProblems none = new ConfigProblems();
        Reading reading = new Reading(key.name(), Origin.commandLine(folder), none);
        Optional<T> value = key.fallback().flatMap(text -> key.type().read(YamlNode.Scalar.loose(text), reading));
        none.throwIfAny();
        return value;
    }

    /** A key's default as YAML, empty where there is none. */
    static <T> String yaml(ConfigKey<T> key) {
        return value(key, Path.of("")).map(value -> key.type().yaml(value)).orElse("");
    }
}
