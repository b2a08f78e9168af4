package dev.dmt.engine.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.schema.LogicalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredTypeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bit                                       | boolean
                    tinyint                                   | unsigned(8)
                    smallint                                  | integer(16)
                    int                                       | integer(32)
                    bigint                                    | integer(64)
                    decimal(38,10)                            | decimal(38,10)
                    numeric(5,0)                              | decimal(5,0)
                    real                                      | float(32)
                    float(24)                                 | float(32)
                    float(53)                                 | float(64)
                    varchar(20)                               | text(20)
                    varchar(max)                              | text
                    nvarchar(20)                              | national text(20)
                    nvarchar(max)                             | national text
                    char(3)                                   | char(3)
                    nchar(3)                                  | national char(3)
                    text                                      | text
                    ntext                                     | national text
                    binary(8)                                 | fixed binary(8)
                    varbinary(8)                              | binary(8)
                    varbinary(max)                            | binary
                    image                                     | binary
                    date                                      | date
                    time(7)                                   | time(7)
                    datetime2(0)                              | timestamp(0)
                    datetime2(7)                              | timestamp(7)
                    uniqueidentifier                          | uuid
                    timestamp                                 | row version
                    rowversion                                | row version
                    money                                     | native(mssql, money) as decimal(19,4)
                    smallmoney                                | native(mssql, smallmoney) as decimal(10,4)
                    datetime                                  | native(mssql, datetime) as timestamp(3)
                    smalldatetime                             | native(mssql, smalldatetime) as timestamp(0)
                    datetimeoffset(7)                         | native(mssql, datetimeoffset(7)) as timestamp(7) with zone
                    xml                                       | native(mssql, xml) as xml
                    hierarchyid                               | native(mssql, hierarchyid) as text(4000)
                    geography                                 | native(mssql, geography) as geography
                    sql_variant                               | unknown(sql_variant)
                    varchar(20) COLLATE Latin1_General_CI_AS  | text(20) collate Latin1_General_CI_AS
                    ntext COLLATE Latin1_General_CI_AS        | national text collate Latin1_General_CI_AS
                    nchar(3) COLLATE Latin1_General_BIN2      | national char(3) collate Latin1_General_BIN2
                    """)
    void means_what_the_catalog_says(String spelled, String expected) {
        LogicalType type = DeclaredType.of(spelled.strip());

        assertThat(type).hasToString(expected.strip());
        assertThat(LogicalType.parse(type.toString())).isEqualTo(type);
    }

    @Test
    void takes_apart_what_it_does_not_know() {
        assertThat(NativeName.parse("vector").base()).isEqualTo("vector");
        assertThat(NativeName.parse("nvarchar(max) COLLATE X_Y").collation()).contains("X_Y");
        assertThat(NativeName.parse("my.type!")).satisfies(name -> {
            assertThat(name.base()).isEqualTo("my.type!");
            assertThat(name.arguments()).isEmpty();
        });
    }
}
