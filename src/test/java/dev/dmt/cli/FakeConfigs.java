package dev.dmt.cli;

import dev.dmt.config.BadRowPolicy;
import dev.dmt.config.BadTextPolicy;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.DatabaseConfig;
import dev.dmt.config.DmtConfig;
import dev.dmt.config.EngineName;
import dev.dmt.config.LoggingConfig;
import dev.dmt.config.MigrationConfig;
import dev.dmt.config.MisfitPolicy;
import dev.dmt.config.Secret;
import dev.dmt.config.ShardCompression;
import dev.dmt.config.SnapshotMode;
import dev.dmt.config.StagingConfig;
import dev.dmt.config.TargetMode;
import dev.dmt.config.TransferVia;
import dev.dmt.config.ValidationConfig;
import dev.dmt.config.ZeroConfig;
import dev.dmt.config.ZeroNaming;
import dev.dmt.config.ZeroVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A config source that remembers what it was asked. */
final class FakeConfigs implements ConfigSource {
    final List<ConfigRequest> requests = new ArrayList<>();
    final List<Path> saved = new ArrayList<>();

    @Override
    public DmtConfig load(ConfigRequest request) {
        requests.add(request);
        return config(request.workingFolder());
    }

    @Override
    public Map<String, String> source(String url) {
        return Map.of("source.type", "sqlite", "source.path", url);
    }

    @Override
    public Map<String, String> target(String url) {
        return Map.of("target.type", "postgres", "target.host", "localhost");
    }

    @Override
    public String template(Map<String, String> overrides) {
        return "# template of " + new TreeMap<>(overrides) + "\n";
    }

    @Override
    public void save(Path file, DmtConfig config) {
        saved.add(file);
    }

    static DmtConfig config(Path folder) {
        return new DmtConfig(
                database(EngineName.SQLITE),
                database(EngineName.POSTGRES),
                migration(),
                new StagingConfig(folder.resolve("staging"), false, ShardCompression.NONE),
                folder.resolve("checkpoint.yaml"),
                folder.resolve("report"),
                new ValidationConfig(true, false, 1000),
                new LoggingConfig("info", false, Optional.empty()),
                new ZeroConfig(
                        false,
                        ZeroVersion.V1_9,
                        ZeroNaming.CAMEL_CASE,
                        List.of("*"),
                        List.of(),
                        List.of(),
                        Map.of(),
                        "dmt_zero",
                        folder.resolve("zero")),
                Duration.ofSeconds(30));
    }

    private static DatabaseConfig database(EngineName type) {
        return new DatabaseConfig(
                type,
                Optional.empty(),
                "localhost",
                1,
                "app",
                "app",
                Secret.none(),
                "public",
                Optional.empty(),
                SnapshotMode.AUTO,
                Map.of());
    }

    private static MigrationConfig migration() {
        return new MigrationConfig(
                TargetMode.DROP_RECREATE,
                List.of("*"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                TransferVia.CSV,
                64_000_000,
                1,
                1_000_000,
                100,
                10_000,
                1_000_000,
                BadRowPolicy.FAIL,
                0,
                MisfitPolicy.FAIL,
                BadTextPolicy.FAIL,
                true,
                true,
                true);
    }
}
