package dev.dmt.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean",
                "integer(8)",
                "integer(64)",
                "unsigned(32)",
                "decimal",
                "decimal(38,10)",
                "float(32)",
                "text",
                "text(20)",
                "char(3)",
                "national text(40)",
                "national char(2) collate Latin1_General_CI_AS",
                "national text collate Latin1_General_CI_AS",
                "text charset latin1 collate latin1_bin",
                "text(20) charset latin1 collate latin1_bin",
                "text charset utf8mb4",
                "binary",
                "fixed binary(16)",
                "date",
                "time(0)",
                "timestamp",
                "timestamp(9) with zone",
                "timestamp with zone",
                "interval",
                "uuid",
                "jsonb",
                "xml",
                "enum('a', 'it''s', 'x,y)')",
                "enum Mood('sad')",
                "set('a', 'B')",
                "bits(7)",
                "varying bits(64)",
                "array(array(decimal(5,2)))",
                "geometry(4326)",
                "geography",
                "row version",
                "native(postgres, numeric(3,-2)[]) as array(decimal)",
                "native(oracle, INTERVAL DAY(2) TO SECOND(6))",
                "native(mysql, enum('A)','b')) as enum('A)', 'b')",
                "unknown(public.geometry(Point,4326))"
            })
    void the_text_form_is_read_back(String text) {
        assertThat(LogicalType.parse(text)).hasToString(text);
        assertThat(LogicalType.parse(LogicalType.parse(text).toString())).isEqualTo(LogicalType.parse(text));
    }

    @Test
    void members_keep_their_case() {
        assertThat(LogicalType.parse("ENUM('Red', 'GREEN')"))
                .isEqualTo(new LogicalType.Enumeration(Optional.empty(), List.of("Red", "GREEN")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"strng", "integer(12)", "unsigned(64)", "timestamp(10)", "text(x)", "enum(a)", "", "native(x)"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> LogicalType.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_portable_form_is_of_an_engine() {
        LogicalType.Native inner = new LogicalType.Native("mysql", "year");
        assertThatThrownBy(() -> new LogicalType.Native("mysql", "x", inner))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new LogicalType.Text(OptionalInt.of(3))).hasToString("text(3)");
    }
}
