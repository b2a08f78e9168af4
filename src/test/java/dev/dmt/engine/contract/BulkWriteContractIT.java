package dev.dmt.engine.contract;

import static dev.dmt.engine.contract.ContractTarget.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.Advance;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.UnitSession;
import dev.dmt.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A chunk is in the target as a whole, or not at all. */
@ParameterizedClass
@MethodSource("dev.dmt.engine.contract.TestEngine#all")
class BulkWriteContractIT {
    private static final Advance NEXT = new Advance(1, Optional.of("i:1"), 1, 0, false);
    private static final String SECRET = "geheim-4711-geheim";

    private final ContractTarget bench;
    private final ContractTable people;

    BulkWriteContractIT(TestEngine engine) {
        bench = ContractTarget.open(engine);
        people = bench.create(
                "people",
                List.of(
                        Field.required("id", "integer(64)"),
                        Field.required("name", "text(30)"),
                        Field.of("note", "text"),
                        Field.of("score", "float(64)"),
                        Field.of("data", "binary")),
                "id");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void thousands_of_rows_arrive_and_are_counted() {
        Object[][] rows = IntStream.range(0, 20_000)
                .mapToObj(i -> row(
                        (long) i,
                        "name " + i,
                        i % 5 == 0 ? null : "né, \"" + i + "\"\n",
                        i * 0.1,
                        i % 11 == 0 ? new byte[] {0, (byte) i} : null))
                .toArray(Object[][]::new);
        assertThat(bench.append(people, rows)).isEqualTo(20_000);
        assertThat(bench.count(people)).isEqualTo(20_000);
        assertThat(bench.rows(people)).isEqualTo(bench.expected(people, rows));
    }

    @Test
    void a_chunk_without_rows_moves_the_ledger_alone() {
        try (UnitSession session = bench.claim("people")) {
            assertThat(session.load(bench.loading(people), InputStream.nullInputStream(), NEXT))
                    .isZero();
            assertThat(session.row().chunk()).isEqualTo(1);
        }
    }

    @Test
    void values_of_five_megabytes_pass() {
        byte[] noise = new byte[5 << 20];
        new Random(7).nextBytes(noise);
        String text = "ü😀x\"\n,".repeat(600_000);
        Object[] large = row(1L, "large", text, null, noise);
        assertThat(bench.append(people, row(0L, "before", null, null, null), large, row(2L, "after", "", 1.5, null)))
                .isEqualTo(3);
        assertThat(bench.rows(people).get(1))
                .isEqualTo(bench.expected(people, large).get(0));
    }

    @Test
    void columns_that_are_not_loaded_are_left_to_the_table() {
        TableLoad some = new TableLoad(
                people.table(),
                List.of("name", "id"),
                List.of(people.held().get(1), people.held().get(0)),
                false,
                List.of());
        ContractTable shape =
                bench.table("people", List.of(Field.of("name", "text(30)"), Field.of("id", "integer(64)")));
        try (UnitSession session = bench.claim("people")) {
            session.load(some, bench.chunk(shape, row("only a name", 7L)), NEXT);
        }
        assertThat(bench.rows(people)).isEqualTo(bench.expected(people, row(7L, "only a name", null, null, null)));
    }

    @Test
    void a_missing_value_refuses_the_whole_chunk() {
        refuses(row(2L, null, SECRET, null, null));
    }

    @Test
    void a_text_that_is_too_long_refuses_the_whole_chunk() {
        refuses(row(2L, SECRET + "x".repeat(60), null, null, null));
    }

    @Test
    void a_key_that_is_there_already_refuses_the_whole_chunk() {
        bench.append(people, row(2L, SECRET, null, null, null));
        refuses(row(2L, SECRET, SECRET, null, null));
    }

    @Test
    void a_key_that_occurs_twice_refuses_the_whole_chunk() {
        refuses(row(1L, SECRET, null, null, null));
    }

    private void refuses(Object[] bad) {
        long before = bench.count(people);
        Object[] good = row(1L, "good", null, null, null);
        Object[] other = row(3L, "other", null, null, null);
        try (UnitSession session = bench.claim("people")) {
            assertThat(session.refusal(bench.loading(people), bench.chunk(people, good, bad, other)))
                    .hasValueSatisfying(
                            reason -> assertThat(reason).isNotBlank().doesNotContain(SECRET));
            assertThat(session.refusal(bench.loading(people), bench.chunk(people, good, other)))
                    .isEmpty();
            Refusals.assertBadRow(
                    SECRET, () -> session.load(bench.loading(people), bench.chunk(people, good, bad, other), NEXT));
            assertThat(session.row().chunk()).isZero();
            assertThat(bench.count(people)).isEqualTo(before);
            session.load(bench.loading(people), bench.chunk(people, good, other), NEXT);
            assertThat(session.row().chunk()).isEqualTo(1);
        }
        assertThat(bench.count(people)).isEqualTo(before + 2);
    }

    @Test
    void a_chunk_that_breaks_off_leaves_nothing() {
        Object[][] rows = IntStream.range(0, 5_000)
                .mapToObj(i -> row((long) i, "name " + i, null, null, null))
                .toArray(Object[][]::new);
        try (UnitSession session = bench.claim("people")) {
            Refusals.assertCode(
                    ErrorCode.TRANSIENT,
                    () -> session.load(bench.loading(people), new BrokenOff(bench.chunk(people, rows)), NEXT));
            assertThat(session.row().chunk()).isZero();
            assertThat(bench.count(people)).isZero();
            session.load(bench.loading(people), bench.chunk(people, rows), NEXT);
        }
        assertThat(bench.count(people)).isEqualTo(5_000);
    }

    @Test
    void a_table_that_is_not_there_is_told_with_what_to_do() {
        ContractTable gone = bench.table("gone", List.of(Field.of("n", "integer(64)")));
        try (UnitSession session = bench.claim("gone")) {
            Refusals.assertCode(
                    ErrorCode.DATA, () -> session.load(bench.loading(gone), bench.chunk(gone, row(1L)), NEXT));
        }
    }

    /** Ends with a failure after some bytes, at a row's end. */
    private static final class BrokenOff extends InputStream {
        private final InputStream bytes;
        private int left = 20_000;

        BrokenOff(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("the disk is gone");
            }
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("the disk is gone");
            }
            int read = bytes.read(buffer, offset, Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
