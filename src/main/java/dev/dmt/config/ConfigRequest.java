package dev.dmt.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that a config is made of, in falling order of precedence: flags, variables, file, defaults.
 *
 * @param file the YAML file; absent where flags say everything
 * @param overrides dotted keys to values, from flags ("source.path" to "app.db")
 * @param environment the process's variables: DMT_... overrides and what secrets refer to
 * @param workingFolder what relative paths are relative to where no file is given
 */
public record ConfigRequest(
        Optional<Path> file, Map<String, String> overrides, Map<String, String> environment, Path workingFolder) {
    public ConfigRequest {
        overrides = Map.copyOf(overrides);
        environment = Map.copyOf(environment);
    }
}
