package dev.dmt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.error.DmtException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void it_is_made_once_and_holds_together() throws Exception {
        Path file = folder.resolve("new/sample.db");
        SampleDatabase.Content content = SampleDatabase.create(file);
        assertThat(content.created()).isTrue();
        assertThat(content.tables()).isEqualTo(11);
        assertThat(content.rows()).isGreaterThan(300_000);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            assertThat(ask(statement, "SELECT count(*) FROM trip")).isEqualTo("320000");
            assertThat(ask(statement, "PRAGMA integrity_check")).isEqualTo("ok");
            assertThat(ask(statement, "SELECT count(*) FROM pragma_foreign_key_check"))
                    .isEqualTo("0");
            assertThat(ask(statement, "SELECT group_concat(type) FROM sqlite_master WHERE type IN ('view', 'trigger')"))
                    .isEqualTo("view,trigger");
            assertThat(ask(statement, "SELECT seq FROM sqlite_sequence WHERE name = 'station'"))
                    .isEqualTo("500");
        }
        assertThat(SampleDatabase.create(file)).isEqualTo(new SampleDatabase.Content(11, content.rows(), false));
    }

    @Test
    void two_are_alike() {
        SampleDatabase.create(folder.resolve("a.db"));
        SampleDatabase.create(folder.resolve("b.db"));
        assertThat(folder.resolve("a.db")).hasSameBinaryContentAs(folder.resolve("b.db"));
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> SampleDatabase.create(file.resolve("sample.db")))
                .isInstanceOf(DmtException.class)
                .hasMessageContaining("cannot be created");
    }

    private static String ask(Statement statement, String sql) throws Exception {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
