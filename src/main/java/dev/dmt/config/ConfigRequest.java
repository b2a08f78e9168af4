package dev.dmt.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that a config is made of, in falling order of precedence: flags, variables, file, defaults.
 *
 * @param file the YAML file; absent where flags say everything
 * @param overrides dotted keys to values, from flags ("source.path" to "app.db"); an empty value sets a key back to its
 *     default, and a map's single entries have keys of their own ("migration.types.orders.total")
 * @param environment the process's variables: DMT_... overrides and what secrets refer to
 * @param sourceNeeded whether a config without a source is refused
 * @param workingFolder what relative paths of flags and variables are relative to; those of the file start from its
 *     folder
 */
public record ConfigRequest(
        Optional<Path> file,
        Map<String, String> overrides,
        Map<String, String> environment,
        boolean sourceNeeded,
        Path workingFolder) {
    public ConfigRequest {
        overrides = Map.copyOf(overrides);
        environment = Map.copyOf(environment);
    }

    public ConfigRequest(
            Optional<Path> file, Map<String, String> overrides, Map<String, String> environment, Path workingFolder) {
        this(file, overrides, environment, true, workingFolder);
    }

    /** For work on the target alone. */
    public ConfigRequest withoutSource() {
        return new ConfigRequest(file, overrides, environment, false, workingFolder);
    }

    /** Names only: flags and variables may hold secrets. */
    @Override
    public String toString() {
        return "ConfigRequest[file=" + file + ", overrides=" + overrides.keySet() + ", workingFolder=" + workingFolder
                + "]";
    }
}
