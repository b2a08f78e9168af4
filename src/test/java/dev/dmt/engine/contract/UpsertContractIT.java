package dev.dmt.engine.contract;

import static dev.dmt.engine.contract.ContractTarget.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.Advance;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.UnitSession;
import dev.dmt.schema.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A merge leaves what is the same, changes what differs, adds what is new. */
@ParameterizedClass
@MethodSource("dev.dmt.engine.contract.TestEngine#all")
class UpsertContractIT {
    private final ContractTarget bench;

    UpsertContractIT(TestEngine engine) {
        bench = ContractTarget.open(engine);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void inserts_updates_and_leaves_the_rest() {
        ContractTable table = people();
        bench.append(table, row(1L, "one", 1.0), row(2L, "two", 2.0), row(3L, "three", null));
        bench.upsert(table, row(2L, "TWO", 2.0), row(4L, "four", null), row(3L, "three", 3.0));
        expect(table, row(1L, "one", 1.0), row(2L, "TWO", 2.0), row(3L, "three", 3.0), row(4L, "four", null));
    }

    @Test
    void the_same_again_changes_nothing() {
        ContractTable table = people();
        Object[][] rows = IntStream.range(0, 500)
                .mapToObj(i -> row((long) i, i % 3 == 0 ? null : "n" + i, i * 0.5))
                .toArray(Object[][]::new);
        bench.upsert(table, rows);
        bench.upsert(table, rows);
        expect(table, rows);
    }

    @Test
    void of_rows_with_one_key_the_last_wins() {
        ContractTable table = people();
        bench.append(table, row(1L, "held", null));
        bench.upsert(
                table,
                row(1L, "first", 1.0),
                row(2L, "new first", 1.0),
                row(1L, "last", 2.0),
                row(2L, "new last", null));
        expect(table, row(1L, "last", 2.0), row(2L, "new last", null));
    }

    @Test
    void what_looks_alike_differs() {
        ContractTable table = people();
        bench.append(table, row(1L, "a", 0.0), row(2L, "a", null), row(3L, "ü", 1.0), row(4L, null, 0.5));
        bench.upsert(table, row(1L, "A", 0.0), row(2L, "a ", null), row(3L, "u\u0308", 1.0), row(4L, "x", null));
        expect(table, row(1L, "A", 0.0), row(2L, "a ", null), row(3L, "u\u0308", 1.0), row(4L, "x", null));
    }

    @Test
    void nothing_and_the_empty_text_differ() {
        if (bench.engine().has(TestEngine.Trait.EMPTY_IS_NULL)) {
            return;
        }
        ContractTable table = people();
        bench.append(table, row(1L, "", 0.0), row(2L, null, null));
        bench.upsert(table, row(1L, null, 0.0), row(2L, "", null));
        expect(table, row(1L, null, 0.0), row(2L, "", null));
    }

    @Test
    void a_table_that_is_all_key_merges_too() {
        ContractTable table = bench.create(
                "links", List.of(Field.required("a", "integer(64)"), Field.required("b", "text(20)")), "a", "b");
        bench.upsert(table, row(1L, "x"), row(1L, "y"));
        bench.upsert(table, row(1L, "y"), row(1L, "z"), row(1L, "z"));
        expect(table, row(1L, "x"), row(1L, "y"), row(1L, "z"));
    }

    @Test
    void keys_that_differ_in_case_or_accents_are_different_rows() {
        ContractTable table = bench.create(
                "words", List.of(Field.required("word", "text(20)"), Field.of("n", "integer(64)")), "word");
        Object[][] rows = {row("A", 1L), row("a", 2L), row("ä", 3L), row("😀", 4L)};
        bench.upsert(table, rows);
        bench.upsert(table, rows);
        assertThat(bench.rows(table)).containsExactlyInAnyOrderElementsOf(bench.expected(table, rows));
    }

    @Test
    void rows_with_nothing_in_a_unique_key_never_meet() {
        ContractTable table = bench.table(
                "loose",
                List.of(Field.of("a", "integer(64)"), Field.of("b", "integer(64)"), Field.of("n", "integer(64)")));
        Key unique = new Key("loose_a_b_key", List.of("a", "b"));
        List<String> statements = new ArrayList<>(bench.target().ddl().createTable(table.table()));
        statements.addAll(bench.target().ddl().createUniqueKey(table.table(), unique));
        bench.run(statements);
        try (UnitSession session = bench.claim("loose")) {
            for (int i = 1; i <= 2; i++) {
                session.load(
                        bench.merging(table, unique.columns()),
                        bench.chunk(table, row(1L, null, 1L), row(1L, null, 2L), row(2L, 2L, 3L)),
                        new Advance(i, Optional.empty(), 3, 0, false));
            }
        }
        assertThat(bench.count(table)).isEqualTo(5);
    }

    @Test
    void a_row_that_is_refused_leaves_all_as_it_was() {
        ContractTable table = bench.create(
                "strict", List.of(Field.required("id", "integer(64)"), Field.required("name", "text(10)")), "id");
        bench.append(table, row(1L, "held"));
        Refusals.assertBadRow("geheim", () -> bench.upsert(table, row(1L, "geheim"), row(2L, null)));
        expect(table, row(1L, "held"));
    }

    @Test
    void a_session_goes_on_after_a_row_that_was_refused() {
        ContractTable table = bench.create(
                "strict", List.of(Field.required("id", "integer(64)"), Field.required("name", "text(10)")), "id");
        TableLoad merging = bench.merging(table, table.key());
        try (UnitSession session = bench.claim("strict")) {
            assertThat(session.refusal(merging, bench.chunk(table, row(1L, "one"), row(2L, null))))
                    .isPresent();
            assertThat(session.refusal(merging, bench.chunk(table, row(1L, "one"))))
                    .isEmpty();
            session.load(merging, bench.chunk(table, row(1L, "one"), row(3L, "three")), Advance.completed());
        }
        expect(table, row(1L, "one"), row(3L, "three"));
    }

    private ContractTable people() {
        return bench.create(
                "people",
                List.of(
                        Field.required("id", "integer(64)"),
                        Field.of("name", "text(40)"),
                        Field.of("score", "float(64)")),
                "id");
    }

    private void expect(ContractTable table, Object[]... rows) {
        assertThat(bench.rows(table)).isEqualTo(bench.expected(table, rows));
    }
}
