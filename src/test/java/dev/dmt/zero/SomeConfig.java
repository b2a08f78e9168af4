package dev.dmt.zero;

import dev.dmt.config.ZeroConfig;
import dev.dmt.config.ZeroNaming;
import dev.dmt.config.ZeroVersion;
import java.nio.file.Path;
import java.util.List;

/** Zero's part of the config as a test wants it. */
final class SomeConfig {
    private SomeConfig() {}

    static ZeroConfig tables(String... globs) {
        return new ZeroConfig(
                true,
                ZeroVersion.V1_9,
                ZeroNaming.CAMEL_CASE,
                List.of(globs),
                List.of(),
                List.of(),
                "zero_data",
                Path.of("zero"));
    }

    static ZeroConfig publication(String name) {
        return new ZeroConfig(
                true, ZeroVersion.V1_9, ZeroNaming.CAMEL_CASE, List.of(), List.of(), List.of(), name, Path.of("zero"));
    }
}
