package dev.dmt.testing.zero;

import dev.dmt.config.DatabaseConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real zero-cache that has synced a database. It has an app id of its own, as slots belong to the whole server; closing
 * ends all its processes and removes whatever it has made in the database.
 */
public final class ZeroCache implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LOG_TAIL = 6000;
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final DatabaseConfig database;
    private final String app;
    private final Path folder;
    private final int port;
    private final Process process;

    private ZeroCache(DatabaseConfig database, String app, Path folder, int port, Process process) {
        this.database = database;
        this.app = app;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one in a new folder below the given one and waits until it has synced what the publication names. */
    public static ZeroCache start(DatabaseConfig database, String publication, Path below) {
        ZeroPackage zero = ZeroPackage.required();
        String app = "dmt" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        try (ServerSocket first = new ServerSocket(0);
                ServerSocket second = new ServerSocket(0)) {
            Path folder = Files.createTempDirectory(below, "zero-cache-");
            Map<String, String> settings = settings(database, publication, app, folder);
            settings.put("ZERO_PORT", Integer.toString(first.getLocalPort()));
            settings.put("ZERO_CHANGE_STREAMER_PORT", Integer.toString(second.getLocalPort()));
            first.close();
            second.close();
            Process process = launch(zero, folder, settings);
            ProcessWatch.over(process.pid());
            ZeroCache cache = new ZeroCache(database, app, folder, first.getLocalPort(), process);
            cache.awaitSynced();
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The SQLite file that holds what was synced. */
    public Path replica() {
        return folder.resolve("replica.db");
    }

    public String app() {
        return app;
    }

    public String log() {
        try {
            return new String(Files.readAllBytes(folder.resolve("log.txt")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end();
        ZeroTraces.remove(database, app);
    }

    private static Map<String, String> settings(DatabaseConfig database, String publication, String app, Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("NODE_ENV", "production");
        settings.put("ZERO_UPSTREAM_DB", upstream(database));
        settings.put("ZERO_APP_ID", app);
        settings.put("ZERO_APP_PUBLICATIONS", publication);
        settings.put("ZERO_REPLICA_FILE", folder.resolve("replica.db").toString());
        settings.put("ZERO_ADMIN_PASSWORD", "only for tests");
        settings.put("ZERO_NUM_SYNC_WORKERS", "1");
        settings.put("ZERO_UPSTREAM_MAX_CONNS", "4");
        settings.put("ZERO_CVR_MAX_CONNS", "4");
        settings.put("ZERO_LOG_LEVEL", "info");
        settings.put("ZERO_ENABLE_TELEMETRY", "false");
        settings.put("DO_NOT_TRACK", "1");
        // The client says which port: this is a pattern.
        settings.put("ZERO_QUERY_URL", "http://127.0.0.1:*/query");
        return settings;
    }

    private static String upstream(DatabaseConfig database) {
        String password = database.password().reveal();
        return "postgres://" + database.user() + (password.isEmpty() ? "" : ":" + password) + "@" + database.host()
                + ":" + database.port() + "/" + database.database();
    }

    private static Process launch(ZeroPackage zero, Path folder, Map<String, String> settings) throws IOException {
        Path program = zero.modules().resolve("@rocicorp/zero/out/zero/src/cli.js");
        ProcessBuilder builder = new ProcessBuilder(List.of(zero.node().node().toString(), program.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ZERO_"));
        builder.environment().putAll(zero.node().environment());
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** It listens when the first sync is complete, and ends when that fails. */
    private void awaitSynced() {
        // An offer to upgrade to HTTP/2 would be taken for a client's WebSocket and never answered.
        HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
        HttpRequest health = HttpRequest.newBuilder(URI.create(url()))
                .timeout(LONGEST_ANSWER)
                .build();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!answers(client, health)) {
                boolean ended = process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
                if (ended || System.nanoTime() > deadline) {
                    String log = log();
                    close();
                    throw new AssertionError("zero-cache " + (ended ? "ended" : "was not ready after " + LONGEST) + ": "
                            + log.substring(Math.max(0, log.length() - LOG_TAIL)));
                }
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Its children are in process groups of their own. */
    private void end() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
