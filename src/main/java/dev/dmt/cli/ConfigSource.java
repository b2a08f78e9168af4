package dev.dmt.cli;

import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DmtConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.util.Map;

/** Where configs come from. */
interface ConfigSource {
    DmtConfig load(ConfigRequest request);

    /** The dotted keys that a {@code --source} URL stands for. */
    Map<String, String> source(String url);

    /** The dotted keys that a {@code --target} URL stands for. */
    Map<String, String> target(String url);

    ConfigSource STANDARD = new ConfigSource() {
        @Override
        public DmtConfig load(ConfigRequest request) {
            throw new DmtException(ErrorCode.INTERNAL, "this build cannot load a config"); // JOIN ConfigLoader.load
        }

        @Override
        public Map<String, String> source(String url) {
            return Map.of("source.type", "sqlite", "source.path", url); // JOIN ConfigUrls.source
        }

        @Override
        public Map<String, String> target(String url) {
            return Map.of("target.type", "postgres", "target.path", url); // JOIN ConfigUrls.target
        }
    };
}
