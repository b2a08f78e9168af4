package dev.dmt.cli;

import dev.dmt.config.ConfigLoader;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.ConfigTemplate;
import dev.dmt.config.ConfigUrls;
import dev.dmt.config.ConfigWriter;
import dev.dmt.config.DmtConfig;
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
            return ConfigLoader.load(request);
        }

        @Override
        public Map<String, String> source(String url) {
            return ConfigUrls.source(url);
        }

        @Override
        public Map<String, String> target(String url) {
            return ConfigUrls.target(url);
        }

        @Override
        public String template(Map<String, String> overrides) {
            return ConfigTemplate.text(overrides);
        }

        @Override
        public void save(Path file, DmtConfig config) {
            ConfigWriter.write(file, config);
        }
    };
}
