package dev.dmt.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything in a config that decides what will stand in the target: no tuning, no user, no secret. */
public final class ConfigFingerprint {
    private ConfigFingerprint() {}

    /** Key to value, in the keys' order. Keys without a value are left out. */
    public static Map<String, String> of(DmtConfig config) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ConfigKey<?> key : ConfigKeys.ALL) {
            if (key.effect() == Effect.RESULT) {
                text(key, config).ifPresent(text -> values.put(key.name(), text));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** What changed between two fingerprints. */
    public static List<ConfigChange> diff(Map<String, String> before, Map<String, String> after) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<ConfigChange> changes = new ArrayList<>();
        for (String key : keys) {
            ConfigChange change = new ConfigChange(key, before.getOrDefault(key, ""), after.getOrDefault(key, ""));
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
        return List.copyOf(changes);
    }

    private static <T> Optional<String> text(ConfigKey<T> key, DmtConfig config) {
        return key.held()
                .apply(config)
                .filter(value -> !key.type().nothing(value))
                .map(value -> key.type().yaml(value));
    }
}
