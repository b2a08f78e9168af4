package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.config.ConfigLoader;
import dev.dmt.config.ConfigRequest;
import dev.dmt.config.MigrationConfig;
import dev.dmt.engine.ColumnReading;
import dev.dmt.schema.Column;
import dev.dmt.schema.ColumnProfile;
import dev.dmt.schema.LogicalType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OracleSourceTypesTest {
    @TempDir
    private static Path folder;

    @Test
    void the_declared_type_stands_in_the_form() {
        assertThat(read("NUMBER(10,2)", Map.of()).form()).isEqualTo("as_is:NUMBER(10,2)");
        assertThat(read("NUMBER(10,2)", Map.of()).type()).hasToString("decimal(10,2)");
    }

    @Test
    void an_unscaled_number_is_an_exact_decimal_whatever_it_holds() {
        ColumnReading whole = read("NUMBER", Map.of());
        ColumnReading broken = read("NUMBER", Map.of(SourceProfiler.FRACTION, 2L));

        assertThat(whole.type()).hasToString("decimal");
        assertThat(whole.notes()).anyMatch(note -> note.contains("whole"));
        assertThat(broken.type()).hasToString("decimal");
        assertThat(broken.notes()).isEmpty();
    }

    @Test
    void a_date_has_seconds_unless_the_config_knows_better() {
        assertThat(read("DATE", Map.of(SourceProfiler.CLOCK, 1L)).type()).hasToString("timestamp(0)");
        assertThat(read("DATE", Map.of()).notes()).anyMatch(note -> note.contains("midnight"));
        assertThat(read("DATE", Map.of(), "date").type()).hasToString("date");
    }

    @Test
    void an_identity_column_counts_in_whole_numbers() {
        assertThat(identity("NUMBER", Map.of(), "9223372036854775807").type()).hasToString("integer(64)");
        assertThat(identity("NUMBER", Map.of(), "9223372036854775808").type()).hasToString("decimal");
        assertThat(identity("NUMBER", Map.of(SourceProfiler.FRACTION, 1L), "2").type())
                .hasToString("decimal");
        assertThat(identity("NUMBER(9)", Map.of(), "2").type()).hasToString("integer(32)");
    }

    @Test
    void what_cannot_be_read_is_a_problem_with_a_way_out() {
        assertThat(read("BFILE", Map.of()).problem()).contains("file of the server");
        assertThat(read("SDO_GEOMETRY", Map.of()).problem()).contains("\"text\"");
        assertThat(read("APP.ADDRESS", Map.of()).problem()).isNotEmpty();
        assertThat(read("SDO_GEOMETRY", Map.of(), "text").problem()).isEmpty();
        assertThat(read("CLOB", Map.of(), "integer(32)").problem()).contains("cannot be read as");
        assertThat(read("TIMESTAMP(6)", Map.of(), "timestamp with zone").problem())
                .isNotEmpty();
    }

    @Test
    void sixteen_bytes_may_be_read_as_a_uuid() {
        assertThat(read("RAW(16)", Map.of()).type()).hasToString("binary(16)");
        assertThat(read("RAW(16)", Map.of(), "uuid").type()).hasToString("uuid");
    }

    private static ColumnReading read(String declared, Map<String, Long> facts, String... override) {
        return read(column(declared, false), facts, Optional.of("1"), override);
    }

    private static ColumnReading identity(String declared, Map<String, Long> facts, String maximum) {
        return read(column(declared, true), facts, Optional.of(maximum));
    }

    private static Column column(String declared, boolean identity) {
        return new Column("C", declared, true, Optional.empty(), identity, Optional.empty(), Optional.empty());
    }

    private static ColumnReading read(
            Column column, Map<String, Long> facts, Optional<String> maximum, String... override) {
        ColumnProfile profile =
                new ColumnProfile("C", 0, Map.of("number", 3L), facts, Optional.of("1"), maximum, 0, Optional.empty());
        return new OracleSourceTypes()
                .read(
                        SampleTables.table("T", List.of(column)),
                        column,
                        profile,
                        override.length == 0 ? Optional.empty() : Optional.of(LogicalType.parse(override[0])),
                        policies());
    }

    private static MigrationConfig policies() {
        return ConfigLoader.load(new ConfigRequest(
                        Optional.empty(),
                        Map.of("source.path", "app.db", "target.database", "app", "target.user", "app"),
                        Map.of(),
                        folder))
                .migration();
    }
}
