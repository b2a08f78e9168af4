package dev.dmt.testing.zero;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The npm packages of src/test/resources/zero, exactly as locked, installed once below target. */
public final class ZeroPackage {
    private static final Path ROOT = Path.of("target", "zero-package").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Pattern UNREACHABLE =
            Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT");

    private final NodeRuntime node;
    private final Path folder;

    private ZeroPackage(NodeRuntime node, Path folder) {
        this.node = node;
        this.folder = folder;
    }

    /** Skips the test where there is no Node, or nothing installed yet and no network. */
    public static synchronized ZeroPackage required() {
        NodeRuntime node = NodeRuntime.required();
        Path folder = ROOT.resolve(keyOf(resource("package.json"), resource("package-lock.json")));
        if (!Files.isDirectory(folder)) {
            install(node, folder);
        }
        return new ZeroPackage(node, folder);
    }

    NodeRuntime node() {
        return node;
    }

    Path modules() {
        return folder.resolve("node_modules");
    }

    static byte[] resource(String name) {
        try (InputStream in = ZeroPackage.class.getResourceAsStream("/zero/" + name)) {
            if (in == null) {
                throw new AssertionError("src/test/resources/zero/" + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Into a folder of its own, which takes its name when all is there: two runs may do so at once. */
    private static void install(NodeRuntime node, Path folder) {
        try {
            Files.createDirectories(ROOT);
            Path temporary = Files.createTempDirectory(ROOT, "installing-");
            try {
                Files.write(temporary.resolve("package.json"), resource("package.json"));
                Files.write(temporary.resolve("package-lock.json"), resource("package-lock.json"));
                Tool.Result result = Tool.run(temporary, node.environment(), LONGEST, command(node));
                if (!result.succeeded()) {
                    throw failure(result);
                }
                moveInto(folder, temporary);
            } finally {
                deleteTree(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(NodeRuntime node) {
        return List.of(
                node.npm().toString(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier");
    }

    private static RuntimeException failure(Tool.Result result) {
        return UNREACHABLE.matcher(result.err()).find()
                ? NodeRuntime.skipped("npm cannot reach its registry and the packages are not installed yet: "
                        + result.err().strip())
                : new IllegalStateException("npm ci failed: " + result.all());
    }

    private static void moveInto(Path folder, Path temporary) throws IOException {
        try {
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another process was quicker: what it has installed is the same.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    static String keyOf(byte[]... contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] content : contents) {
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
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
