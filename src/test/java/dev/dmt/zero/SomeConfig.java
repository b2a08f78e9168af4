package dev.dmt.zero;

import dev.dmt.config.ZeroConfig;
import dev.dmt.config.ZeroNaming;
import dev.dmt.config.ZeroVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Zero's part of the config as a test wants it. */
final class SomeConfig {
    private SomeConfig() {}

    static ZeroConfig tables(String... globs) {
        return config(List.of(globs), "zero_data");
    }

    static ZeroConfig publication(String name) {
        return config(List.of(), name);
    }

    private static ZeroConfig config(List<String> tables, String publication) {
        return new ZeroConfig(
                true,
                ZeroVersion.V1_9,
                ZeroNaming.CAMEL_CASE,
                tables,
                List.of(),
                List.of(),
                Map.of(),
                publication,
                Path.of("zero"));
    }
}
