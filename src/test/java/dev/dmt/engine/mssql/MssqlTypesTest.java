package dev.dmt.engine.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MssqlTypesTest {
    private final MssqlTypes types = new MssqlTypes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    boolean                  | bit               | EXACT
                    integer(8)               | smallint          | EXACT
                    unsigned(8)              | tinyint           | EXACT
                    unsigned(16)             | int               | EXACT
                    integer(24)              | int               | EXACT
                    unsigned(32)             | bigint            | EXACT
                    integer(64)              | bigint            | EXACT
                    decimal(38,10)           | decimal(38,10)    | EXACT
                    decimal(3,5)             | decimal(5,5)      | WIDENED
                    decimal(5,-2)            | decimal(7,0)      | WIDENED
                    decimal(39,0)            | varchar(max)      | WIDENED
                    decimal                  | varchar(max)      | WIDENED
                    float(32)                | real              | EXACT
                    float(64)                | float             | EXACT
                    text                     | nvarchar(max)     | EXACT
                    text(20)                 | nvarchar(40)      | WIDENED
                    text(3000)               | nvarchar(max)     | WIDENED
                    national text(20)        | nvarchar(20)      | EXACT
                    char(3)                  | nchar(6)          | WIDENED
                    national char(3)         | nchar(3)          | EXACT
                    binary                   | varbinary(max)    | EXACT
                    binary(9000)             | varbinary(max)    | WIDENED
                    fixed binary(16)         | binary(16)        | EXACT
                    date                     | date              | EXACT
                    time                     | time(6)           | EXACT
                    time(9)                  | time(7)           | LOSSY
                    timestamp                | datetime2(6)      | EXACT
                    timestamp(9) with zone   | datetimeoffset(7) | LOSSY
                    interval                 | varchar(100)      | WIDENED
                    uuid                     | uniqueidentifier  | EXACT
                    jsonb                    | nvarchar(max)     | WIDENED
                    xml                      | nvarchar(max)     | WIDENED
                    enum('a', 'bcd')         | nvarchar(3)       | WIDENED
                    set('a', 'b')            | nvarchar(4)       | WIDENED
                    bits(8)                  | varchar(8)        | WIDENED
                    array(integer(32))       | nvarchar(max)     | WIDENED
                    geometry(4326)           | varbinary(max)    | WIDENED
                    row version              | binary(8)         | WIDENED
                    native(mssql, money)     | money             | EXACT
                    text(9) collate utf8mb4_0900_ai_ci | nvarchar(18) | WIDENED
                    text(9) collate Latin1_General_CI_AS | varchar(9) COLLATE Latin1_General_CI_AS | EXACT
                    national char(9) collate Latin1_General_100_CI_AS_SC_UTF8 | nchar(9) COLLATE Latin1_General_100_CI_AS_SC_UTF8 | EXACT
                    national text collate Latin1_General_BIN2 | nvarchar(max) COLLATE Latin1_General_BIN2 | EXACT
                    """)
    void has_a_type_for_each_logical_one(String type, String sql, Fidelity fidelity) {
        NativeType made = types.nativeType(LogicalType.parse(type), ColumnUse.PLAIN);

        assertThat(made.sql()).isEqualTo(sql);
        assertThat(made.fidelity()).isEqualTo(fidelity);
        assertThat(made.reason().isEmpty()).isEqualTo(fidelity == Fidelity.EXACT);
    }

    @Test
    void says_what_is_held_where_digits_are_cut() {
        assertThat(types.nativeType(new LogicalType.Timestamp(true, 9), ColumnUse.PLAIN)
                        .held())
                .isEqualTo(new LogicalType.Timestamp(true, 7));
        assertThat(types.nativeType(new LogicalType.Time(8), ColumnUse.PLAIN).held())
                .isEqualTo(new LogicalType.Time(7));
    }

    @Test
    void bounds_what_is_in_a_key_by_what_is_there_and_compares_it_to_the_letter() {
        LogicalType text = LogicalType.parse("text");

        assertThat(types.nativeType(text, new ColumnUse(true, 10)).sql())
                .isEqualTo("nvarchar(450) COLLATE Latin1_General_100_BIN2");
        assertThat(types.nativeType(text, new ColumnUse(true, 300)).sql())
                .isEqualTo("nvarchar(850) COLLATE Latin1_General_100_BIN2");
        assertThat(types.nativeType(text, new ColumnUse(true, 426)))
                .satisfies(type -> assertThat(type.fidelity()).isEqualTo(Fidelity.REFUSED))
                .satisfies(type -> assertThat(type.reason()).contains("426 characters", "1700 bytes"));
        assertThat(types.nativeType(LogicalType.parse("text(20)"), new ColumnUse(true, 3))
                        .sql())
                .isEqualTo("nvarchar(40) COLLATE Latin1_General_100_BIN2");
        assertThat(types.nativeType(LogicalType.parse("binary"), new ColumnUse(true, 901))
                        .sql())
                .isEqualTo("varbinary(1700)");
    }

    @Test
    void refuses_what_nobody_knows() {
        assertThat(types.nativeType(new LogicalType.Unknown("sql_variant"), ColumnUse.PLAIN)
                        .fidelity())
                .isEqualTo(Fidelity.REFUSED);
    }
}
