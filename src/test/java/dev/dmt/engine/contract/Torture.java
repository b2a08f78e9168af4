package dev.dmt.engine.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.opentest4j.TestAbortedException;

/** The torture schema in an engine's own dialect: statements that end with a semicolon and the line. */
record Torture(String sql) {
    static Torture of(TestEngine engine) {
        String name = "/torture/" + engine.engine().name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream file = Torture.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new TestAbortedException("SKIPPED: there is no torture schema for " + engine);
            }
            return new Torture(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void make(TestDatabase database) {
        database.execute(sql.strip().replaceFirst(";$", "").split(";\n", 0));
    }
}
