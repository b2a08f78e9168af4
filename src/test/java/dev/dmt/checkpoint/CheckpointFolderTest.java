package dev.dmt.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.failpoint.Failpoint;
import dev.dmt.storage.StorageFailure;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFolderTest {
    @TempDir
    Path folder;

    private CheckpointFolder checkpoint;

    /** A document of texts and absent values. */
    record Note(String text, Optional<String> more, Optional<Instant> at, List<String> lines, WorkStatus status) {
        Note {
            lines = List.copyOf(lines);
        }
    }

    @BeforeEach
    void open() {
        checkpoint = new CheckpointFolder(folder.resolve("checkpoint.yaml"));
    }

    @AfterEach
    void switch_failpoints_off() {
        Failpoint.enable("");
    }

    @Test
    void the_run_is_the_root_and_all_else_lies_below() {
        checkpoint.write("run", run());
        checkpoint.write("plan", note("p"));
        checkpoint.write("steps/create-tables", note("c"));
        checkpoint.write("steps/transfer/orders.p03", note("t"));
        assertThat(folder.resolve("checkpoint.yaml")).exists();
        assertThat(folder.resolve("checkpoint.d/plan.yaml")).exists();
        assertThat(folder.resolve("checkpoint.d/steps/create-tables.yaml")).exists();
        assertThat(folder.resolve("checkpoint.d/steps/transfer/orders.p03.yaml"))
                .exists();
        assertThat(checkpoint.read("run", RunDocument.class)).contains(run());
        assertThat(checkpoint.list(""))
                .containsExactly("plan", "run", "steps/create-tables", "steps/transfer/orders.p03");
    }

    @Test
    void a_document_is_readable_yaml_in_snake_case() throws IOException {
        checkpoint.write("run", run());
        assertThat(Files.readString(folder.resolve("checkpoint.yaml")))
                .contains("run_id: r1\n", "status: running\n", "started_at: \"2026-11-21T10:00:00Z\"\n")
                .doesNotContain("finished_at", "null")
                .endsWith("\n...\n");
    }

    @Test
    void tables_of_any_name_have_documents_of_their_own() {
        List<String> tables = List.of(
                "a", "A", "a/b", "a.yaml", "Order Details", "..", "漢字", "x".repeat(300), "y".repeat(300) + "/z");
        for (String table : tables) {
            checkpoint.write("steps/create-indexes/" + table, note(table));
        }
        for (String table : tables) {
            assertThat(checkpoint.read("steps/create-indexes/" + table, Note.class))
                    .contains(note(table));
        }
        assertThat(checkpoint.list("steps/create-indexes/"))
                .containsExactlyInAnyOrderElementsOf(tables.stream()
                        .map(table -> "steps/create-indexes/" + table)
                        .toList());
    }

    @Test
    void any_text_comes_back_as_it_was() {
        Random random = new Random(9);
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "null",
                "~",
                "true",
                "No",
                "1",
                "1.0",
                "1e3",
                "0x1F",
                "-",
                "- a",
                "a: b",
                "a #b",
                "#",
                "'",
                "\"",
                "...",
                "---",
                "a\nb",
                "a\r\nb",
                " lead",
                "trail ",
                "\ttab",
                "a\n\n b\n",
                "\u0085",
                "\u2028",
                "\ufeff",
                "😀",
                "%x",
                "@a",
                "1_000",
                "12:30",
                "2026-11-21",
                ".inf",
                "=",
                "<<",
                "y",
                "on",
                "!tag",
                "&a",
                "*a",
                "|",
                ">",
                "a\\b",
                "\u0001"));
        String alphabet = "ab:#-'\"\n\r\t {}[],&*!|>%@`\\?~.0é\u00a0";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(10); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            texts.add(text.toString());
        }
        Note written = new Note("all", Optional.of("\n"), Optional.empty(), texts, WorkStatus.DONE);
        checkpoint.write("plan", written);
        assertThat(checkpoint.read("plan", Note.class)).contains(written);
    }

    @Test
    void what_is_not_there_is_empty_and_can_be_removed() {
        assertThat(checkpoint.read("plan", Note.class)).isEmpty();
        assertThat(checkpoint.list("")).isEmpty();
        checkpoint.remove("plan");
        checkpoint.write("plan", note("p"));
        checkpoint.remove("plan");
        assertThat(checkpoint.read("plan", Note.class)).isEmpty();
    }

    @Test
    void a_file_torn_anywhere_is_an_error_and_stays_as_it_is() throws IOException {
        checkpoint.write(
                "plan", new Note("t", Optional.of("m"), Optional.empty(), List.of("a", "b", "c"), WorkStatus.DONE));
        Path file = Path.of(checkpoint.locate("plan"));
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length() - 1; length++) {
            String torn = whole.substring(0, length);
            Files.writeString(file, torn);
            DmtException failure = catchThrowableOfType(DmtException.class, () -> checkpoint.read("plan", Note.class));
            assertThat(failure).as("torn after %d", torn.length()).isNotNull();
            assertThat(failure.code()).isEqualTo(ErrorCode.DATA);
            assertThat(failure.context().where()).containsKeys("file", "line", "column");
            assertThat(failure.context().hint())
                    .hasValueSatisfying(hint -> assertThat(hint).contains("dmt reset plan"));
            assertThat(file).hasContent(torn);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text: a\nlines: []\nstatus: done\nsurprise: 1\n...\n",
                "text: a\nlines: {a: 1}\nstatus: done\n...\n",
                "text: a\nstatus: done\n...\n",
                "text: a\nlines: []\nstatus: asleep\n...\n",
                "text: a\ntext: b\nlines: []\nstatus: done\n...\n",
                "text: [\n...\n",
                "just words\n...\n",
                "- a\n- b\n...\n",
                "text: a\n\tlines: []\n...\n",
                "text: a\nlines: []\nstatus: done\n---\ntext: b\n...\n"
            })
    void rubbish_is_an_error_that_says_where(String rubbish) throws IOException {
        Path file = Path.of(checkpoint.locate("steps/transfer/t"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, rubbish);
        DmtException failure =
                catchThrowableOfType(DmtException.class, () -> checkpoint.read("steps/transfer/t", Note.class));
        assertThat(failure.code()).isEqualTo(ErrorCode.DATA);
        assertThat(failure).hasMessageContaining(file + " cannot be read: line ");
        assertThat(failure.context().hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("ledger"));
        assertThat(file).hasContent(rubbish);
    }

    @Test
    void an_unknown_field_is_named_with_its_line() throws IOException {
        Path file = Path.of(checkpoint.locate("plan"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text: a\nlines: []\nsurprise: 1\nstatus: done\n...\n");
        assertThatThrownBy(() -> checkpoint.read("plan", Note.class))
                .hasMessageContaining("line 3")
                .hasMessageContaining("'surprise'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint-before-rename", "checkpoint-after-rename"})
    void a_write_that_breaks_leaves_the_old_or_the_new_whole(String place) {
        checkpoint.write("plan", note("old"));
        Failpoint.enable(place + "=fail");
        assertThatThrownBy(() -> checkpoint.write("plan", note("new"))).isInstanceOf(IllegalStateException.class);
        String expected = place.contains("before") ? "old" : "new";
        assertThat(checkpoint.read("plan", Note.class)).contains(note(expected));
        assertThat(folder.resolve("checkpoint.d").toFile().list()).containsExactly("plan.yaml");
    }

    @Test
    void what_killed_writers_left_is_ignored_and_in_time_removed() throws IOException {
        Path below = Files.createDirectories(folder.resolve("checkpoint.d"));
        Path old = Files.writeString(below.resolve(".plan.yaml.1-a-1.tmp"), "half");
        Path young = Files.writeString(below.resolve(".plan.yaml.1-b-1.tmp"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        checkpoint.write("plan", note("p"));
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(checkpoint.list("")).containsExactly("plan");
    }

    @Test
    void a_full_disk_is_known_as_such() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "this system has no /dev/full");
        IOException failure = catchThrowableOfType(IOException.class, () -> {
            try (FileOutputStream out = new FileOutputStream(full.toFile())) {
                out.write(new byte[10]);
            }
        });
        assertThat(StorageFailure.of("writing", folder.resolve("x"), failure).code())
                .isEqualTo(ErrorCode.STORAGE_FULL);
        assertThat(StorageFailure.of("writing", folder.resolve("x"), new AccessDeniedException("x"))
                        .code())
                .isEqualTo(ErrorCode.PERMISSION);
    }

    @Test
    void a_folder_that_is_a_file_is_an_error() throws IOException {
        Files.writeString(folder.resolve("checkpoint.d"), "in the way");
        assertThatThrownBy(() -> checkpoint.write("plan", note("p"))).isInstanceOf(DmtException.class);
    }

    private static Note note(String text) {
        return new Note(text, Optional.empty(), Optional.empty(), List.of(), WorkStatus.RUNNING);
    }

    private static RunDocument run() {
        return new RunDocument(
                RunDocument.VERSION,
                "r1",
                WorkStatus.RUNNING,
                Instant.parse("2026-11-21T10:00:00Z"),
                Optional.empty(),
                "0.1.0",
                "sqlite:app.db",
                "postgres://a@b/c",
                Map.of("migration.target_mode", "upsert"),
                Optional.empty());
    }
}
