package dev.dmt.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Column;
import dev.dmt.schema.Fidelity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planned for a target to which the empty text is NULL. */
class OraclePlanTest {
    @TempDir
    private Path folder;

    private Planning planning;

    @BeforeEach
    void makeSource() {
        planning = new Planning(folder)
                .with("target.type", "oracle")
                .source(
                        "CREATE TABLE notes (code VARCHAR(20) PRIMARY KEY, title VARCHAR(40) NOT NULL, body TEXT, n INTEGER)",
                        "INSERT INTO notes VALUES ('a', '', '', 1)");
    }

    @Test
    void without_a_policy_readings_are_as_they_are() {
        TablePlan notes = plan();

        assertThat(notes.columns()).extracting(ColumnPlan::form).noneMatch(form -> form.contains("+empty"));
        assertThat(column(notes, "title").nullable()).isFalse();
    }

    @Test
    void a_text_that_becomes_NULL_is_told_as_a_loss_and_its_column_takes_NULL() {
        planning.with("migration.empty_text", "null");
        TablePlan notes = plan();
        ColumnPlan title = columnPlan(notes, "title");

        assertThat(title.nativeType()).isEqualTo("VARCHAR2(40 CHAR)");
        assertThat(title.form()).endsWith("+empty_or_null");
        assertThat(title.fidelity()).isEqualTo(Fidelity.LOSSY);
        assertThat(title.notes()).anyMatch(note -> note.contains("the column takes NULL"));
        assertThat(column(notes, "title").nullable()).isTrue();
    }

    @Test
    void a_key_is_never_read_as_NULL() {
        planning.with("migration.empty_text", "null");

        assertThat(columnPlan(plan(), "code").form()).doesNotContain("+empty");
    }

    @Test
    void a_large_text_may_be_empty_and_a_number_is_no_text() {
        planning.with("migration.empty_text", "null");
        TablePlan notes = plan();

        assertThat(columnPlan(notes, "body").nativeType()).isEqualTo("CLOB");
        assertThat(columnPlan(notes, "body").form()).doesNotContain("+empty");
        assertThat(columnPlan(notes, "n").form()).doesNotContain("+empty");
    }

    @Test
    void a_blank_in_its_place_keeps_the_column_as_it_is() {
        planning.with("migration.empty_text", "space");
        TablePlan notes = plan();

        assertThat(columnPlan(notes, "code").form()).endsWith("+empty_as_space");
        assertThat(columnPlan(notes, "title").form()).endsWith("+empty_as_space");
        assertThat(column(notes, "title").nullable()).isFalse();
    }

    @Test
    void an_action_that_Oracle_has_not_is_told() {
        planning.source(
                "CREATE TABLE lines (id INTEGER PRIMARY KEY, code VARCHAR(20) REFERENCES notes (code) ON UPDATE CASCADE)");
        TablePlan lines = Planning.table(planning.plan(), "lines");

        assertThat(lines.target().foreignKeys()).hasSize(1);
        assertThat(lines.omissions())
                .anyMatch(omission -> omission.kind().equals("foreign key")
                        && omission.reason().contains("ON UPDATE CASCADE"));
    }

    private TablePlan plan() {
        return Planning.table(planning.plan(), "notes");
    }

    private static ColumnPlan columnPlan(TablePlan table, String name) {
        return table.columns().stream()
                .filter(column -> column.source().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(TablePlan table, String name) {
        return table.target().column(name).orElseThrow();
    }
}
