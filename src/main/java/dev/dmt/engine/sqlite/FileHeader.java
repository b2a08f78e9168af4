package dev.dmt.engine.sqlite;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The first hundred bytes of a SQLite database, as its file format documentation lays them out. */
final class FileHeader {
    static final int LENGTH = 100;
    private static final String MAGIC = "SQLite format 3\0";
    private static final int NEWEST_SCHEMA_FORMAT = 4;
    private static final int NEWEST_READ_VERSION = 2;

    private final ByteBuffer bytes;
    private final long fileSize;

    FileHeader(ByteBuffer bytes, long fileSize) {
        this.bytes = bytes;
        this.fileSize = fileSize;
    }

    /** An empty file is an empty database to SQLite. */
    boolean empty() {
        return fileSize == 0;
    }

    boolean writeAheadLog() {
        return !empty() && bytes.get(18) == 2;
    }

    boolean utf16() {
        return !empty() && bytes.getInt(56) > 1;
    }

    long changeCounter() {
        return empty() ? 0 : bytes.getInt(24) & 0xffffffffL;
    }

    long schemaCookie() {
        return empty() ? 0 : bytes.getInt(40) & 0xffffffffL;
    }

    long fileSize() {
        return fileSize;
    }

    /**
     * Refuses what SQLite could not read, in words a person understands.
     *
     * @param complete false where a journal or log beside the file still holds pages of it
     */
    void check(Path path, boolean complete) {
        if (empty()) {
            return;
        }
        ErrorContext where = ErrorContext.at("file", path.toString());
        if (bytes.limit() < MAGIC.length() || !startsWithMagic()) {
            throw new DmtException(
                    ErrorCode.DATA,
                    path + " is not a SQLite database, or it is encrypted",
                    where.withHint("check source.path; decrypt the file first if it is encrypted"));
        }
        if (bytes.limit() < LENGTH || (complete && fileSize < declaredSize())) {
            throw new DmtException(
                    ErrorCode.DATA,
                    path + " is cut short: it has " + fileSize + " bytes of "
                            + (bytes.limit() < LENGTH ? "at least " + LENGTH : declaredSize()),
                    where.withHint("copy the file again, or restore it from a backup"));
        }
        if (bytes.get(19) > NEWEST_READ_VERSION || bytes.getInt(44) > NEWEST_SCHEMA_FORMAT) {
            throw new DmtException(
                    ErrorCode.DATA,
                    path + " was written in a newer file format than this SQLite reads",
                    where.withHint("use a newer dmt, or rewrite the file with the SQLite that made it"));
        }
    }

    private boolean startsWithMagic() {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < magic.length; i++) {
            if (bytes.get(i) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The size that the header promises, where the header says that it may be believed. */
    private long declaredSize() {
        int pageSize = bytes.getShort(16) & 0xffff;
        long pages = bytes.getInt(28) & 0xffffffffL;
        boolean believable = bytes.getInt(24) == bytes.getInt(92);
        return believable ? pages * (pageSize == 1 ? 65_536 : pageSize) : 0;
    }
}
