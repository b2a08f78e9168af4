package dev.dmt.engine.sqlite;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The database's main file, open for looking at its header.
 *
 * <p>POSIX drops all of a process's locks on a file as soon as the process closes any descriptor of it. So while SQLite
 * connections are open nobody here may open and close the file: all users of one path share one channel, which is closed
 * when the last of them has closed its connections and then this.
 */
final class DatabaseFile implements AutoCloseable {
    private static final Map<Path, Shared> OPEN = new HashMap<>();

    private final Path path;
    private final FileChannel channel;
    private boolean closed;

    private DatabaseFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DatabaseFile open(Path path) {
        ErrorContext where = ErrorContext.at("file", path.toString());
        if (!Files.exists(path)) {
            throw new DmtException(
                    ErrorCode.CONFIG, "there is no SQLite database at " + path, where.withHint("check source.path"));
        }
        if (!Files.isRegularFile(path)) {
            throw new DmtException(
                    ErrorCode.CONFIG,
                    path + " is not a file",
                    where.withHint("source.path must name the database file"));
        }
        try {
            Path real = path.toRealPath();
            synchronized (OPEN) {
                Shared shared = OPEN.get(real);
                if (shared == null) {
                    shared = new Shared(FileChannel.open(real, StandardOpenOption.READ));
                    OPEN.put(real, shared);
                }
                shared.users++;
                return new DatabaseFile(real, shared.channel);
            }
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.PERMISSION,
                    "cannot read " + path,
                    where.withHint("check who may read the file and its folder"),
                    e);
        }
    }

    /** True where someone in this process has the file open. */
    static boolean isOpen(Path path) {
        try {
            Path real = path.toRealPath();
            synchronized (OPEN) {
                return OPEN.containsKey(real);
            }
        } catch (IOException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    Path sibling(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    FileHeader header() {
        try {
            ByteBuffer start = ByteBuffer.allocate(FileHeader.LENGTH);
            while (start.hasRemaining() && channel.read(start, start.position()) > 0) {
                // A short read is rare but allowed.
                Thread.onSpinWait();
            }
            return new FileHeader(start.flip(), channel.size());
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.TRANSIENT,
                    "cannot read the header of " + path,
                    ErrorContext.at("file", path.toString()).withHint("check the disk and try again"),
                    e);
        }
    }

    /** The name by which SQLite opens it read-only or not; whatever its path is made of. */
    String url(boolean readOnly) {
        StringBuilder escaped = new StringBuilder("jdbc:sqlite:file:");
        String text = path.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '%' -> escaped.append("%25");
                case '?' -> escaped.append("%3f");
                case '#' -> escaped.append("%23");
                default -> escaped.append(c);
            }
        }
        return escaped.append(readOnly ? "?mode=ro" : "?mode=rw").toString();
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            Shared shared = OPEN.get(path);
            if (closed || shared == null) {
                return;
            }
            closed = true;
            shared.users--;
            if (shared.users == 0) {
                OPEN.remove(path);
                try {
                    shared.channel.close();
                } catch (IOException e) {
                    throw new DmtException(
                            ErrorCode.TRANSIENT,
                            "cannot close " + path,
                            ErrorContext.at("file", path.toString()).withHint("try again"),
                            e);
                }
            }
        }
    }

    private static final class Shared {
        private final FileChannel channel;
        private int users;

        Shared(FileChannel channel) {
            this.channel = channel;
        }
    }
}
