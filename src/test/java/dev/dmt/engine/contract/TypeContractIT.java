package dev.dmt.engine.contract;

import static dev.dmt.engine.contract.ContractTarget.row;

import dev.dmt.engine.NativeType;
import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A value of any type comes back as it was, or is refused; it is never another one. */
@ParameterizedClass
@MethodSource("dev.dmt.engine.contract.TestEngine#all")
class TypeContractIT {
    private static final List<String> TYPES = List.of(
            "boolean",
            "integer(8)",
            "unsigned(8)",
            "integer(16)",
            "unsigned(16)",
            "integer(24)",
            "unsigned(24)",
            "integer(32)",
            "unsigned(32)",
            "integer(64)",
            "decimal(10,2)",
            "decimal(20,0)",
            "decimal(38,10)",
            "decimal",
            "float(32)",
            "float(64)",
            "text",
            "text(10)",
            "char(5)",
            "national text(10)",
            "binary",
            "binary(16)",
            "fixed binary(4)",
            "date",
            "time",
            "time(0)",
            "time(9)",
            "timestamp",
            "timestamp(0)",
            "timestamp(3)",
            "timestamp(9)",
            "timestamp with zone",
            "timestamp(3) with zone",
            "interval",
            "uuid",
            "json",
            "jsonb",
            "xml",
            "enum('small', 'it''s', 'ünï')",
            "set('a', 'b', 'c')",
            "bits(8)",
            "bits(20)",
            "varying bits(10)",
            "array(integer(64))",
            "geometry(4326)",
            "row version");

    private final ContractTarget bench;
    private int tables;

    TypeContractIT(TestEngine engine) {
        bench = ContractTarget.open(engine);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_value_of_each_type_comes_back_as_it_was_or_is_refused() {
        SoftAssertions softly = new SoftAssertions();
        for (String text : TYPES) {
            LogicalType type = LogicalType.parse(text);
            NativeType nativeType = bench.nativeType(type);
            if (nativeType.fidelity() == Fidelity.REFUSED) {
                softly.assertThat(nativeType.reason()).as(text).isNotEmpty();
                continue;
            }
            softly.assertThat(nativeType.fidelity() == Fidelity.EXACT)
                    .as("%s: what is not exact has a reason, and nothing else has one", text)
                    .isEqualTo(nativeType.reason().isEmpty());
            check(softly, text);
        }
        softly.assertAll();
    }

    private void check(SoftAssertions softly, String text) {
        ContractTable table =
                bench.create("t" + ++tables, List.of(Field.required("id", "integer(64)"), Field.of("v", text)), "id");
        LogicalType held = table.held().get(1);
        List<Object[]> rows = new ArrayList<>();
        rows.add(row(0L, null));
        long id = 0;
        for (Sample sample : Sample.of(held)) {
            Object[] row = row(++id, sample.value());
            if (isTaken(softly, table, sample, row, text)) {
                rows.add(row);
            }
        }
        bench.append(table, row(0L, null));
        List<List<String>> held2 = bench.rows(table);
        List<List<String>> expected = bench.expected(table, rows.toArray(Object[][]::new));
        for (int i = 0; i < Math.min(held2.size(), expected.size()); i++) {
            softly.assertThat(held2.get(i))
                    .as("%s as %s: %s", text, table.table().columns().get(1).nativeType(), shown(rows.get(i)[1]))
                    .isEqualTo(expected.get(i));
        }
        softly.assertThat(held2).as("rows of %s", text).hasSameSizeAs(expected);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "NULL" : Sample.plain(value).name();
    }

    private boolean isTaken(SoftAssertions softly, ContractTable table, Sample sample, Object[] row, String text) {
        if ("".equals(sample.value()) && bench.engine().has(TestEngine.Trait.EMPTY_IS_NULL)) {
            return false;
        }
        if (sample.name().startsWith("1582-10-10") && bench.engine().has(TestEngine.Trait.CALENDAR_GAP)) {
            Refusals.assertCode(ErrorCode.DATA, () -> bench.append(table, new Object[][] {row}));
            return false;
        }
        try {
            bench.append(table, new Object[][] {row});
            return true;
        } catch (DmtException e) {
            softly.assertThat(sample.tricky())
                    .as("%s takes %s, but: %s", text, sample.name(), e.getMessage())
                    .isTrue();
            softly.assertThat(e.code())
                    .as("%s: %s: %s", text, sample.name(), e.getMessage())
                    .isEqualTo(ErrorCode.DATA);
        } catch (dev.dmt.engine.BadValueException e) {
            softly.assertThat(sample.tricky()).as("%s: %s", text, sample.name()).isTrue();
        }
        return false;
    }
}
