package dev.dmt.engine.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be said about a database file before SQLite opens it. */
final class SourceChecks {
    private SourceChecks() {}

    static void check(DatabaseFile file) {
        boolean complete = isEmpty(file.sibling("-wal")) && isEmpty(file.sibling("-journal"));
        file.header().check(file.path(), complete);
    }

    private static boolean isEmpty(Path path) {
        try {
            return !Files.exists(path) || Files.size(path) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
