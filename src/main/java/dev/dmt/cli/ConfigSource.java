package dev.dmt.cli;

import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DmtConfig;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.nio.file.Path;
import java.util.Map;

/** Where configs come from. */
interface ConfigSource {
    DmtConfig load(ConfigRequest request);

    /** The dotted keys that a {@code --source} URL stands for. */
    Map<String, String> source(String url);

    /** The dotted keys that a {@code --target} URL stands for. */
    Map<String, String> target(String url);

    /** A commented config for what is known of the two ends; samples stand for what is not. */
    String template(Map<String, String> overrides);

    /** Saves a config as a new file, without secrets. */
    void save(Path file, DmtConfig config);

    /** The config room's. */
    ConfigSource STANDARD = new ConfigSource() {
        @Override
        public DmtConfig load(ConfigRequest request) {
            throw missing(); // JOIN: return ConfigLoader.load(request);
        }

        @Override
        public Map<String, String> source(String url) {
            throw missing(); // JOIN: return ConfigUrls.source(url);
        }

        @Override
        public Map<String, String> target(String url) {
            throw missing(); // JOIN: return ConfigUrls.target(url);
        }

        @Override
        public String template(Map<String, String> overrides) {
            throw missing(); // JOIN: return ConfigTemplate.text(overrides);
        }

        @Override
        public void save(Path file, DmtConfig config) {
            throw missing(); // JOIN: ConfigWriter.write(file, config);
        }

        private DmtException missing() {
            return new DmtException(ErrorCode.INTERNAL, "this build cannot load a config");
        }
    };
}
