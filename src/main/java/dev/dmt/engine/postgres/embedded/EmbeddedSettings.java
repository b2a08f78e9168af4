package dev.dmt.engine.postgres.embedded;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What server to open.
 *
 * @param folder everything the server keeps lies below it
 * @param version of the binaries; matters only where the folder is new
 * @param parameters of the server (wal_level, fsync, ...), applied when it starts
 */
public record EmbeddedSettings(Path folder, String version, Map<String, String> parameters) {
    public EmbeddedSettings {
        folder = folder.toAbsolutePath().normalize();
        parameters = Map.copyOf(parameters);
    }

    /** The version this build was made for. */
    public static EmbeddedSettings in(Path folder) {
        return new EmbeddedSettings(folder, builtForVersion(), Map.of());
    }

    public EmbeddedSettings withParameters(Map<String, String> newParameters) {
        return new EmbeddedSettings(folder, version, newParameters);
    }

    private static String builtForVersion() {
        try (InputStream in = EmbeddedSettings.class.getResourceAsStream("/dmt-build.properties")) {
            if (in == null) {
                throw new DmtException(ErrorCode.INTERNAL, "dmt-build.properties is missing from the jar");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("embedded.postgres.version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
