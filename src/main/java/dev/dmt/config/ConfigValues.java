package dev.dmt.config;

import dev.dmt.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every key's value, read and checked on its own: what was given, else the key's default. */
final class ConfigValues {
    private final Map<String, GivenValue> given;
    private final Map<String, Object> values = new HashMap<>();

    private ConfigValues(Map<String, GivenValue> given) {
        this.given = given;
    }

    /**
     * Reads all that was given.
     *
     * @param folder what default paths start from
     */
    static ConfigValues read(
            Map<String, GivenValue> given, Placeholders placeholders, Path folder, ConfigProblems problems) {
        ConfigValues values = new ConfigValues(given);
        for (ConfigKey<?> key : ConfigKeys.ALL) {
            values.store(key, placeholders, folder, problems);
        }
        return values;
    }

    private <T> void store(ConfigKey<T> key, Placeholders placeholders, Path folder, ConfigProblems problems) {
        Optional<T> value = Optional.empty();
        GivenValue own = given.get(key.name());
        if (own != null) {
            value = read(key, own, placeholders, problems);
        }
        value.or(() -> ConfigDefaults.value(key, folder)).ifPresent(some -> values.put(key.name(), some));
    }

    private static <T> Optional<T> read(
            ConfigKey<T> key, GivenValue own, Placeholders placeholders, ConfigProblems problems) {
        Reading reading = new Reading(key.name(), own.origin(), problems);
        int before = problems.count();
        YamlNode node = own.literal() ? own.node() : placeholders.resolve(own.node(), reading);
        // what stands for an unresolved secret must not be complained of a second time
        return problems.count() > before ? Optional.empty() : key.type().read(node, reading);
    }

    /** True where somebody gave the key a value, right or wrong. */
    boolean given(ConfigKey<?> key) {
        return given.containsKey(key.name());
    }

    Optional<Origin> origin(ConfigKey<?> key) {
        return Optional.ofNullable(given.get(key.name())).map(GivenValue::origin);
    }

    @SuppressWarnings("unchecked")
    <T> Optional<T> find(ConfigKey<T> key) {
        return Optional.ofNullable((T) values.get(key.name()));
    }

    /** The value of a key that has a default. */
    <T> T get(ConfigKey<T> key) {
        return find(key).orElseThrow(() -> new IllegalStateException(key.name() + " has no default"));
    }
}
