package dev.dmt.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargePlanTest {
    private static final int TABLES = 1_500;

    @TempDir
    Path folder;

    /** As many fields as a plan's column has. */
    record Field(String source, String target, String type, String form, String nativeType, List<String> notes) {
        Field {
            notes = List.copyOf(notes);
        }
    }

    /** A table of them. */
    record Sheet(String name, Optional<String> key, long rows, List<Field> fields) {
        Sheet {
            fields = List.copyOf(fields);
        }
    }

    /** As many tables as a large database has. */
    record Book(List<Sheet> sheets) {
        Book {
            sheets = List.copyOf(sheets);
        }
    }

    @Test
    void a_plan_of_many_tables_is_read_quickly() throws Exception {
        List<Field> fields = IntStream.range(0, 12)
                .mapToObj(i -> new Field(
                        "column_" + i,
                        "column_" + i,
                        "integer(64)",
                        "as_is",
                        "bigint",
                        List.of("a note of some length")))
                .toList();
        Book book = new Book(IntStream.range(0, TABLES)
                .mapToObj(i -> new Sheet("table_" + i, Optional.of("id"), i, fields))
                .toList());
        CheckpointFolder checkpoint = new CheckpointFolder(folder.resolve("checkpoint.yaml"));
        checkpoint.write("plan", book);
        long begin = System.nanoTime();
        Optional<Book> read = checkpoint.read("plan", Book.class);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(read).contains(book);
        assertThat(Files.size(Path.of(checkpoint.locate("plan")))).isGreaterThan(2_000_000);
        // About a second on an idle machine; the limit only catches what grows faster than the file.
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
    }
}
