package dev.dmt.testing.zero;

import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A Node that is new enough for Zero: the PATH's, or the one that .ci/run has put below target. */
public record NodeRuntime(Path node, String version) {
    static final int OLDEST = 22;

    private static final Path PREPARED = Path.of("target", "node", "node_modules", ".bin", "node");
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.[\\w.-]+");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Skips the test where there is none. */
    public static NodeRuntime required() {
        return found().orElseThrow(() -> skipped("Node " + OLDEST
                + " or newer is neither on the PATH nor in " + PREPARED.getParent()
                + "; install it, or run .ci/run once, which fetches it with npm"));
    }

    static Optional<NodeRuntime> found() {
        return Stream.concat(onPath("node"), Stream.of(PREPARED.toAbsolutePath()))
                .filter(Files::isExecutable)
                .flatMap(node -> tried(node).stream())
                .filter(NodeRuntime::isNewEnough)
                .findFirst();
    }

    /** Says it aloud as well: a build's summary counts skipped tests and does not say why. */
    @SuppressWarnings("SystemOut")
    static TestAbortedException skipped(String reason) {
        String message = message(reason);
        System.err.println(message);
        return new TestAbortedException(message);
    }

    static String message(String reason) {
        return "SKIPPED: these tests run the real Zero: " + reason;
    }

    Path npm() {
        Path beside = node.resolveSibling("npm");
        return Stream.concat(Stream.of(beside), onPath("npm"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> skipped("npm is not on the PATH; install it beside Node"));
    }

    /** What programs that look for Node on the PATH need, so that they find this one. */
    Map<String, String> environment() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Map.of("PATH", node.getParent() + File.pathSeparator + path);
    }

    Tool.Result run(Path folder, Duration longest, String... arguments) {
        List<String> command = Stream.concat(Stream.of(node.toString()), Arrays.stream(arguments))
                .toList();
        return Tool.run(folder, environment(), longest, command);
    }

    private boolean isNewEnough() {
        return major(version) >= OLDEST;
    }

    static int major(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Empty also where the system cannot run it: a binary for another one. */
    private static Optional<NodeRuntime> tried(Path node) {
        try {
            Tool.Result result = Tool.run(Path.of("."), Map.of(), LONGEST, List.of(node.toString(), "--version"));
            return Optional.of(new NodeRuntime(node, result.out().strip())).filter(n -> result.succeeded());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Stream<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(Predicate.not(String::isBlank))
                .map(folder -> Path.of(folder).resolve(program));
    }
}
