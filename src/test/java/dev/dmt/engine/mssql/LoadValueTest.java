package dev.dmt.engine.mssql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.engine.rows.CsvRows;
import dev.dmt.schema.LogicalType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a chunk's values become on their way to the driver; the driver's own part needs a server. */
class LoadValueTest {
    private static Object value(String type, String csv, boolean asciiOnly) throws SQLException {
        LogicalType logical = LogicalType.parse(type);
        CsvRows rows = new CsvRows(
                new ByteArrayInputStream((csv + "\n").getBytes(StandardCharsets.UTF_8)),
                List.of(logical),
                MssqlDialect.WIRE);
        BulkRows bulk = new BulkRows(rows, List.of(LoadColumn.of("c", logical, asciiOnly)));
        assertThat(bulk.next()).isTrue();
        Object value = bulk.getRowData()[0];
        assertThat(bulk.count()).isEqualTo(1);
        return value;
    }

    private static Object value(String type, String csv) throws SQLException {
        return value(type, csv, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    date                     | 0001-01-01                     | 0001-01-01
                    date                     | 1582-10-10                     | 1582-10-10
                    date                     | 9999-12-31                     | 9999-12-31
                    time                     | 23:59:59.999999                | 23:59:59.9999990
                    time(7)                  | 00:00:00.0000001               | 00:00:00.0000001
                    timestamp(7)             | 1969-12-31 23:59:59.9999999    | 1969-12-31T23:59:59.9999999
                    timestamp                | 0001-01-01 00:00:00            | 0001-01-01T00:00:00.0000000
                    timestamp with zone      | 9999-12-31 23:59:59.999999+00  | 9999-12-31T23:59:59.9999990+00:00
                    uuid                     | 6ba7b810-9dad-11d1-80b4-00c04fd430c8 | 6ba7b810-9dad-11d1-80b4-00c04fd430c8
                    native(mssql, money)     | -922337203685477.5808          | -922337203685477.5808
                    bits(4)                  | 0101                           | 0101
                    text                     | ü😀                             | ü😀
                    """)
    void texts_that_the_server_reads_to_the_last_digit(String type, String csv, String expected) throws SQLException {
        assertThat(value(type, csv)).isEqualTo(expected);
    }

    @Test
    void numbers_of_their_column_s_width() throws SQLException {
        assertThat(value("unsigned(8)", "255")).isEqualTo((short) 255);
        assertThat(value("integer(16)", "-32768")).isEqualTo((short) -32768);
        assertThat(value("integer(32)", "-2147483648")).isEqualTo(Integer.MIN_VALUE);
        assertThat(value("integer(64)", "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(value("boolean", "t")).isEqualTo(true);
        assertThat(value("float(64)", "-0")).isEqualTo(-0.0);
        assertThat(value("float(32)", "3.4028235E38")).isEqualTo(Float.MAX_VALUE);
        assertThat(value("decimal(38,10)", "1.50")).isEqualTo(new BigDecimal("1.5000000000"));
        assertThat(value("decimal(38,0)", "99999999999999999999999999999999999999"))
                .isEqualTo(new BigDecimal("99999999999999999999999999999999999999"));
        assertThat(value("decimal", "NaN")).isEqualTo("NaN");
    }

    @Test
    void nothing_apart_from_an_empty_text_or_binary() throws Exception {
        assertThat(value("text", "")).isNull();
        assertThat(value("text", "\"\"")).isEqualTo("");
        assertThat((byte[]) value("binary(4)", "\\x")).isEmpty();
        assertThat((byte[]) value("binary(4)", "\\x00ff")).containsExactly(0, -1);
        assertThat(((InputStream) value("binary", "\\x")).available()).isZero();
        assertThat(value("text", "\"a\0b\"")).isEqualTo("a\0b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    float(64)           | NaN                     | SQL Server has no NaN
                    float(64)           | -Infinity               | SQL Server has no infinity
                    decimal(5,2)        | NaN                     | no NaN and no infinity
                    decimal(5,2)        | 1000                    | out of the column's range
                    decimal(5,2)        | 0.001                   | out of the column's range
                    unsigned(8)         | 256                     | out of the column's range
                    integer(16)         | 32768                   | out of the column's range
                    date                | "0044-03-15 BC"         | from the year 1 to 9999
                    timestamp           | 10000-01-01 00:00:00    | from the year 1 to 9999
                    time                | 24:00:00                | no time 24:00
                    national text(2)    | abc                     | takes 2
                    binary(1)           | \\x0001                 | takes 1
                    """)
    void refuses_by_row_what_sql_server_has_no_room_for(String type, String csv, String reason) {
        assertThatThrownBy(() -> value(type, csv))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageContaining(reason)
                .hasMessageStartingWith("column c: ");
    }

    @Test
    void a_code_page_is_not_trusted_with_what_it_may_lack() throws SQLException {
        assertThat(value("text", "plain", true)).isEqualTo("plain");
        assertThatThrownBy(() -> value("text", "ü", true)).hasMessageContaining("make it nvarchar");
    }
}
