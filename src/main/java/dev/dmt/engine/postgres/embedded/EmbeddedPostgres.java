package dev.dmt.engine.postgres.embedded;

import dev.dmt.engine.postgres.embedded.ServerFolder.RunningServer;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A PostgreSQL server in a folder. It is a process group of its own, so that a terminal's Ctrl-C passes it by, and it
 * outlives this process unless {@link #stop} or {@link #close} ends it. What it holds stays in the folder from opening to
 * opening. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The superuser; trusted from this machine. */
    public static final String USER = "postgres";

    private final ServerControl control;
    private final boolean startedHere;
    private volatile boolean keep;

    private EmbeddedPostgres(ServerControl control, boolean startedHere) {
        this.control = control;
        this.startedHere = startedHere;
    }

    public static EmbeddedPostgres open(Path folder) {
        return open(EmbeddedSettings.in(folder));
    }

    /** Uses the server that already runs in the folder, or starts one, on a free port. */
    public static synchronized EmbeddedPostgres open(EmbeddedSettings settings) {
        ServerFolder folder = new ServerFolder(settings.folder());
        try {
            Files.createDirectories(folder.root());
            try (FileChannel channel =
                            FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return openLocked(settings, folder, lock.isValid());
            }
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.PERMISSION,
                    "the embedded PostgreSQL's folder cannot be used: " + e.getMessage(),
                    ErrorContext.at("folder", folder.root().toString()),
                    e);
        }
    }

    private static EmbeddedPostgres openLocked(EmbeddedSettings settings, ServerFolder folder, boolean locked)
            throws IOException {
        if (!locked) {
            throw new IOException("the folder's lock was lost");
        }
        Optional<RunningServer> running = folder.running();
        String version =
                folder.initialised() ? Files.readString(folder.versionFile()).strip() : settings.version();
        ServerControl control = ServerControl.of(
                new EmbeddedSettings(settings.folder(), version, settings.parameters()), folder, running);
        StarterMark mark = new StarterMark(folder.root());
        if (running.isPresent()) {
            control.awaitReady();
            // Whoever started it was killed before it could end it: then it is ours to end.
            return new EmbeddedPostgres(control, mark.takeOver());
        }
        control.initialise();
        control.start();
        mark.set();
        return new EmbeddedPostgres(control, true);
    }

    public int port() {
        return control.port();
    }

    public Path folder() {
        return control.folder().root();
    }

    public String jdbcUrl(String database) {
        return control.jdbcUrl(database);
    }

    /** True where this opening found no server and started one, or one whose starter is dead. */
    public boolean startedHere() {
        return startedHere;
    }

    /** Leaves the server up when this is closed. */
    public void keepRunning() {
        keep = true;
        new StarterMark(folder()).remove();
    }

    /** Creates a database and a superuser of these names, where they are missing. */
    public void provide(String database, String user) {
        control.provide(database, user);
    }

    /** Ends the server cleanly, whoever is connected. */
    public void stop() {
        control.stop();
    }

    /** Kills the server and all its processes as a power cut would. */
    public void kill() {
        control.kill();
    }

    /** Starts it again on the same port, after {@link #stop} or {@link #kill}. */
    public void restart() {
        control.start();
    }

    /** Stops the server if this opening started it, nobody else is connected and it need not be kept. */
    @Override
    public void close() {
        if (startedHere && !keep && !control.othersStayConnected()) {
            control.stop();
        }
    }
}
