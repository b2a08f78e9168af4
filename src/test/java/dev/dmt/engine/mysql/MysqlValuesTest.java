package dev.dmt.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.ColumnRead;
import dev.dmt.error.ErrorCode;
import dev.dmt.schema.KeyRange;
import dev.dmt.schema.KeyTuple;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TableName;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in the server's words and ours. */
class MysqlValuesTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01", "2000-02-29", "1900-03-01", "0001-01-01", "9999-12-31"})
    void days_are_counted_from_1970(String date) {
        assertThat(MomentBytes.days(bytes(date)))
                .isEqualTo(LocalDate.parse(date).toEpochDay());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-29, true",
        "2020-02-29, false",
        "1900-02-29, true",
        "2000-02-29, false",
        "2021-04-31, true",
        "2021-12-31, false",
        "2021-00-10, true",
        "0000-00-00, true",
        "2021-02-28, false"
    })
    void a_day_that_its_month_does_not_have_is_no_date(String date, boolean none) {
        assertThat(MomentBytes.isNoDate(bytes(date))).isEqualTo(none);
    }

    @Test
    void digits_of_a_second_are_cut_where_the_type_has_fewer() {
        assertThat(MomentBytes.timestamp(bytes("1969-12-31 23:59:59.123456"), 6))
                .isEqualTo(-876_544);
        assertThat(MomentBytes.timestamp(bytes("1969-12-31 23:59:59.123456"), 3))
                .isEqualTo(-877_000);
        assertThat(MomentBytes.timestamp(bytes("1970-01-01"), 6)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "838:59:59.999, PT838H59M59.999S",
        "-12:00:01.5, PT-12H-1.5S",
        "00:00:00, PT0S",
        "-00:00:00.000001, PT-0.000001S"
    })
    void spans_of_time_are_written_as_iso_8601_has_them(String time, String iso) {
        assertThat(new String(MomentBytes.interval(bytes(time)), StandardCharsets.US_ASCII))
                .isEqualTo(iso);
    }

    @Test
    void a_shape_takes_its_reference_system_with_it() {
        String plain = "0101000000000000000000f03f0000000000000040";
        assertThat(HexFormat.of().formatHex(ShapeBytes.toEwkb(HexFormat.of().parseHex("00000000" + plain))))
                .isEqualTo(plain);
        assertThat(HexFormat.of().formatHex(ShapeBytes.toEwkb(HexFormat.of().parseHex("e6100000" + plain))))
                .isEqualTo("0101000020e6100000000000000000f03f0000000000000040");
    }

    @Test
    void rows_are_counted_where_line_ends_stand_in_no_quotes() throws Exception {
        try (CountedChunk chunk = new CountedChunk(new ByteArrayInputStream(bytes("1,\"a\n\"\"b\"\n2,NULL\n")))) {
            assertThat(chunk.readAllBytes()).hasSize(17);
            assertThat(chunk.rows()).isEqualTo(2);
        }
    }

    @Test
    void a_key_of_several_columns_is_compared_column_by_column() {
        KeyBounds bounds = new KeyBounds(
                TableName.of("t"),
                List.of(
                        new KeyColumn(new ColumnRead("a", new LogicalType.Int(64), ""), "bigint", ""),
                        new KeyColumn(
                                new ColumnRead("b", LogicalType.parse("text(5)"), ""),
                                "varchar",
                                "latin1_swedish_ci")));
        KeyTuple bound = new KeyTuple(List.of(new KeyValue.Whole(7), new KeyValue.Text("é")));
        assertThat(bounds.where(new KeyRange(Optional.of(bound), Optional.empty())))
                .isEqualTo(" WHERE `a` >= 7 AND (`a` > 7 OR (`a` = 7 AND"
                        + " CAST(CONVERT(`b` USING utf8mb4) AS BINARY) > x'c3a9'))");
        assertThat(bounds.orderBy()).isEqualTo(" ORDER BY `a`, CAST(CONVERT(`b` USING utf8mb4) AS BINARY)");
    }

    @ParameterizedTest
    @CsvSource({
        "1045, 28000, AUTHENTICATION",
        "1044, 42000, PERMISSION",
        "1142, 42000, PERMISSION",
        "1049, 42000, CONFIG",
        "1213, 40001, TRANSIENT",
        "1205, HY000, TRANSIENT",
        "0, 08S01, TRANSIENT",
        "1114, HY000, STORAGE_FULL",
        "1062, 23000, DATA",
        "1264, 22003, DATA",
        "3819, HY000, DATA",
        "1146, 42S02, DATA"
    })
    void an_error_means_what_an_orchestrator_should_do(int number, String state, ErrorCode code) {
        assertThat(FailureCodes.meaning(number, state)).isEqualTo(code);
    }

    @Test
    void what_the_server_quotes_of_a_row_is_not_repeated() {
        assertThat(new MysqlFailures()
                        .discreetly(
                                new java.sql.SQLException("Duplicate entry 'secret' for key 'PRIMARY'", "23000", 1062)))
                .contains("a key occurs more than once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tinyint(1)|boolean",
                "int unsigned|unsigned(32)",
                "bigint unsigned|native(mysql, bigint unsigned) as decimal(20,0)",
                "decimal(65,30)|decimal(65,30)",
                "time(3)|time(3)",
                "timestamp(6)|native(mysql, timestamp(6)) as timestamp with zone",
                "year|native(mysql, year) as integer(16)",
                "enum('a','it''s')|enum('a', 'it''s')",
                "bit(9)|bits(9)",
                "longblob|binary",
                "blob|binary(65535)",
                "json|jsonb",
                "polygon|geometry",
                "vector(3)|unknown(vector(3))"
            })
    void a_declaration_is_read_for_what_it_means(String declared, String type) {
        assertThat(DeclaredType.of(declared, Optional.empty())).hasToString(type);
    }

    @Test
    void a_statement_carries_its_condition() {
        String text = GuardedStatement.unless("SELECT 1", "ALTER TABLE `t` ADD KEY (`a`)");
        assertThat(GuardedStatement.parse(text))
                .isEqualTo(new GuardedStatement(
                        Optional.of(GuardedStatement.Directive.UNLESS), "SELECT 1", "ALTER TABLE `t` ADD KEY (`a`)"));
        assertThat(GuardedStatement.plain(text)).isEqualTo("ALTER TABLE `t` ADD KEY (`a`)");
        assertThat(MysqlIdentifiers.literal("it's \\ */")).isEqualTo("'it''s \\\\ *' '/'");
    }
}
