package dev.dmt.engine.contract;

import static dev.dmt.engine.contract.ContractTarget.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.Column;
import dev.dmt.schema.Key;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A name that the engine accepts works everywhere, as it was written. */
@ParameterizedClass
@MethodSource("dev.dmt.engine.contract.TestEngine#all")
class IdentifierContractIT {
    private static final List<String> NAMES = List.of(
            "select",
            "Order Details",
            "MixedCase",
            "UPPER",
            "lower",
            "it's \"so\"",
            "back`tick",
            "br[ack]et",
            "semi;colon--",
            "percent%_",
            "dollar$1?",
            "Größe",
            "表",
            "new\\line",
            "a.b",
            "user",
            "rowid",
            "x".repeat(300));

    private final ContractTarget bench;

    IdentifierContractIT(TestEngine engine) {
        bench = ContractTarget.open(engine);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void names_of_tables_and_columns_are_kept_as_they_are_accepted() {
        SoftAssertions softly = new SoftAssertions();
        for (String wanted : NAMES) {
            Optional<String> accepted = bench.target().acceptedName(wanted);
            if (accepted.isEmpty()) {
                continue;
            }
            String name = accepted.get();
            softly.assertThat(bench.target().acceptedName(name))
                    .as("an accepted name is accepted: " + wanted)
                    .hasValue(name);
            softly.assertThatCode(() -> use(name)).as(wanted).doesNotThrowAnyException();
        }
        softly.assertAll();
    }

    private void use(String name) {
        ContractTable table =
                bench.create(name, List.of(Field.required(name, "integer(64)"), Field.of("other", "text(10)")), name);
        bench.append(table, row(1L, "one"));
        bench.upsert(table, row(1L, "ONE"), row(2L, "two"));
        assertThat(bench.rows(table)).isEqualTo(bench.expected(table, row(1L, "ONE"), row(2L, "two")));
        assertThat(bench.target().catalog().describe(table.table().name())).hasValueSatisfying(held -> {
            assertThat(held.columns()).extracting(Column::name).containsExactly(name, "other");
            assertThat(held.primaryKey()).map(Key::columns).hasValue(List.of(name));
        });
        bench.run(bench.target().ddl().truncate(table.table()));
        assertThat(bench.count(table)).isZero();
        bench.run(bench.target().ddl().dropTable(table.table()));
        assertThat(bench.target().catalog().describe(table.table().name())).isEmpty();
    }

    @Test
    void a_name_that_is_too_long_is_shortened_to_one_that_is_its_own() {
        String first = bench.target().acceptedName("x".repeat(400) + "1").orElseThrow();
        String second = bench.target().acceptedName("x".repeat(400) + "2").orElseThrow();
        if (first.length() < 401) {
            assertThat(first).startsWith("xxxx").hasSameSizeAs(second);
        } else {
            assertThat(first).isNotEqualTo(second);
        }
    }

    @Test
    void nothing_has_no_name() {
        assertThat(bench.target().acceptedName("")).isEmpty();
    }
}
