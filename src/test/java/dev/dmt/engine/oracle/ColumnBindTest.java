package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmt.engine.RowCursor;
import dev.dmt.engine.rows.CsvRows;
import dev.dmt.schema.LogicalType;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a chunk's value on its way to the driver. */
class ColumnBindTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            boolean             | t                                      | setLong[1, 1]
            integer(64)         | -9223372036854775808                   | setLong[1, -9223372036854775808]
            decimal(38,10)      | 0.10                                   | setBigDecimal[1, 0.1]
            decimal             | 12345678901234567890123456789012345678 | setBigDecimal[1, 12345678901234567890123456789012345678]
            float(64)           | NaN                                    | setBinaryDouble[1, NaN]
            float(32)           | 0.1                                    | setBinaryFloat[1, 0.1]
            text(10)            | "a"                                    | setString[1, a]
            char(3)             | ""                                     | setString[1,  ]
            binary(4)           | \\x00ff                                | setBytes[1, 00ff]
            uuid                | "6ba7b810-9dad-11d1-80b4-00c04fd430c8" | setBytes[1, 6ba7b8109dad11d180b400c04fd430c8]
            date                | 2024-02-29                             | setDATE[1, 787c021d010101]
            timestamp(0)        | 2024-02-29 23:59:59                    | setDATE[1, 787c021d183c3c]
            timestamp(9)        | 1969-12-31 23:59:59.000000001          | setTIMESTAMP[1, 77a90c1f183c3c00000001]
            timestamp with zone | 2024-02-29 00:00:00+00                 | setTIMESTAMP[1, 787c021d01010100000000]
            time                | 24:00:00                               | setString[1, +1 00:00:00.000000000]
            interval            | "P1Y"                                  | setString[1, P1Y]
            text                | "short"                                | setString[1, short]
            """)
    void a_value_is_given_in_the_form_of_its_column(String type, String written, String call) throws SQLException {
        assertThat(bound(type.strip(), written.strip())).containsExactly(call);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text(10)            | ""                                      | empty
            binary(4)           | \\x                                     | NULL
            float(64)           | -0                                      | minus zero
            float(32)           | -0                                      | minus zero
            decimal             | NaN                                     | not finite
            decimal             | 123456789012345678901234567890123456789 | 38 digits
            decimal(10,2)       | 1.234                                   | after the point
            date                | 10000-01-01                             | 9999
            date                | "4713-01-01 BC"                         | 4712 BC
            timestamp           | 1582-10-10 00:00:00                     | 1582
            """)
    void a_value_that_Oracle_would_change_is_refused_without_being_told(String type, String written, String reason) {
        assertThatThrownBy(() -> bound(type.strip(), written.strip()))
                .isInstanceOf(RowRefusal.class)
                .hasMessageContaining("column c")
                .hasMessageContaining(reason.strip());
    }

    @Test
    void NULL_has_the_type_that_values_have() throws SQLException {
        assertThat(bound("integer(32)", "")).containsExactly("setNull[1, " + java.sql.Types.NUMERIC + "]");
        assertThat(bound("text(5)", "")).containsExactly("setNull[1, " + java.sql.Types.VARCHAR + "]");
        assertThat(bound("text", "")).containsExactly("setNull[1, " + java.sql.Types.VARCHAR + "]");
        assertThat(bound("date", "")).containsExactly("setNull[1, " + oracle.jdbc.OracleTypes.DATE + "]");
    }

    @Test
    void a_zone_is_read_back_as_it_was_written() throws SQLException {
        LogicalType zoned = LogicalForm.of(DeclaredType.of("TIMESTAMP(6) WITH TIME ZONE"));

        assertThat(bound(zoned, "\"2024-02-29 00:00:00.000000000 +05:30\""))
                .containsExactly(
                        "setString[1, 2024-02-29 00:00:00.000000000 +05:30]",
                        "setString[2, SYYYY-MM-DD HH24:MI:SS.FF9 TZR]");
        assertThat(bound(zoned, "\"2024-10-27 02:30:00.000000000 Europe/Vienna CEST\""))
                .containsExactly(
                        "setString[1, 2024-10-27 02:30:00.000000000 Europe/Vienna CEST]",
                        "setString[2, SYYYY-MM-DD HH24:MI:SS.FF9 TZR TZD]");
    }

    @Test
    void only_what_is_empty_or_long_goes_by_a_locator() throws SQLException {
        assertThat(needsLocator("text", "\"\"")).isTrue();
        assertThat(needsLocator("text", "\"" + "x".repeat(8_001) + "\"")).isTrue();
        assertThat(needsLocator("text", "\"x\"")).isFalse();
        assertThat(needsLocator("text", "")).isFalse();
        assertThat(needsLocator("binary", "\\x")).isTrue();
        assertThat(needsLocator("text(5)", "\"x\"")).isFalse();
    }

    private static List<String> bound(String type, String written) throws SQLException {
        return bound(LogicalType.parse(type), written);
    }

    private static List<String> bound(LogicalType type, String written) throws SQLException {
        RecordedStatement recorded = new RecordedStatement();
        try (RowCursor rows = rows(type, written)) {
            rows.next();
            bind(type).bind(new BoundRow(noConnection(), recorded.statement(), rows), 1, 0);
            return recorded.calls();
        }
    }

    private static boolean needsLocator(String type, String written) throws SQLException {
        LogicalType logical = LogicalType.parse(type);
        try (RowCursor rows = rows(logical, written)) {
            rows.next();
            return bind(logical)
                    .needsLocator(new BoundRow(noConnection(), new RecordedStatement().statement(), rows), 0);
        }
    }

    private static ColumnBind bind(LogicalType type) {
        return ColumnBind.of(SampleTables.column("c", SampleTables.nativeType(type), true), type, false);
    }

    private static RowCursor rows(LogicalType type, String written) {
        byte[] chunk = (written + "\n").getBytes(StandardCharsets.UTF_8);
        return new CsvRows(new ByteArrayInputStream(chunk), List.of(type), OracleDialect.WIRE);
    }

    private static Connection noConnection() {
        return (Connection) Proxy.newProxyInstance(
                ColumnBindTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError("nothing is asked of the server here");
                });
    }
}
