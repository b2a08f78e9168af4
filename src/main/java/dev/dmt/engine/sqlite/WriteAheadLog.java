package dev.dmt.engine.sqlite;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a -wal file says about the database's state: its salts and its last committed frame with that frame's checksum.
 * Any commit changes it; a checkpoint does not. It is read from the file alone, so it is the same before and after
 * SQLite has built its -shm. SQLite keeps no POSIX locks on this file, so it may be opened and closed at will.
 */
final class WriteAheadLog {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private WriteAheadLog() {}

    /** "empty" where there is no log, or none with a commit in it. */
    static String state(Path log) {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            ByteBuffer header = read(channel, 0, HEADER);
            if (header.remaining() < HEADER) {
                return "empty";
            }
            long salts = header.getLong(16);
            return lastCommit(channel, header.getInt(8), salts);
        } catch (NoSuchFileException e) {
            return "empty";
        } catch (IOException e) {
            throw new DmtException(
                    ErrorCode.PERMISSION,
                    "cannot read " + log,
                    ErrorContext.at("file", log.toString()).withHint("check who may read the file"),
                    e);
        }
    }

    private static String lastCommit(FileChannel channel, int pageSize, long salts) throws IOException {
        long frame = 0;
        long commit = 0;
        long checksum = 0;
        for (long at = HEADER; ; at += FRAME_HEADER + pageSize) {
            ByteBuffer header = read(channel, at, FRAME_HEADER);
            if (header.remaining() < FRAME_HEADER || header.getLong(8) != salts || pageSize <= 0) {
                break;
            }
            frame++;
            if (header.getInt(4) != 0) {
                commit = frame;
                checksum = header.getLong(16);
            }
        }
        return commit == 0 ? "empty" : Long.toHexString(salts) + "." + commit + "." + Long.toHexString(checksum);
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.flip();
    }
}
