package dev.dmt.zero;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZeroNameRuleTest {
    @ParameterizedTest
    @CsvSource({
        "Order Details, Order_Details",
        "Straße, Strasse",
        "Größe, Grosse",
        "naïve café, naive_cafe",
        "Øre, Ore",
        "2020, _2020",
        "2nd try, _2nd_try",
        "a.b, a_b",
        "a$b, a_b",
        "-a, _-a",
        "顧客, __",
        "'', _",
        "' ', _",
        "ﬁle, file",
        "a😀b, a_b",
        "sqlite_x, t_sqlite_x",
        "SQLiteData, t_SQLiteData",
        "_litestream_seq, t__litestream_seq",
    })
    void a_table_that_zero_would_not_take_gets_a_name_like_its_own(String wanted, String accepted) {
        assertThat(ZeroNameRule.acceptsTable(wanted)).isFalse();
        assertThat(ZeroNameRule.acceptedTableName(wanted)).isEqualTo(accepted);
        assertThat(ZeroNameRule.acceptsTable(accepted)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "First Name, First_Name",
        ".a, _.a",
        "1a, _1a",
        "é, e",
        "a\"b, a_b",
        "_0_version, c_0_version",
        "_0_VERSION, c_0_VERSION",
        "_0 version, c_0_version",
        "__proto__, c__proto__",
        "'', _",
    })
    void a_column_that_zero_would_not_take_gets_a_name_like_its_own(String wanted, String accepted) {
        assertThat(ZeroNameRule.acceptsColumn(wanted)).isFalse();
        assertThat(ZeroNameRule.acceptedColumnName(wanted)).isEqualTo(accepted);
        assertThat(ZeroNameRule.acceptsColumn(accepted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "Users", "_x", "a-b", "A1", "select", "constructor", "litestream_seq", "zero"})
    void a_table_that_zero_takes_keeps_its_name(String name) {
        assertThat(ZeroNameRule.acceptedTableName(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "First_Name", "a.b", "_", "a-b", "rowid", "toString", "sqlite_x"})
    void a_column_that_zero_takes_keeps_its_name(String name) {
        assertThat(ZeroNameRule.acceptedColumnName(name)).isEqualTo(name);
    }
}
