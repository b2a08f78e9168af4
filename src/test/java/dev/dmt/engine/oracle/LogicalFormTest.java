package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.ColumnUse;
import dev.dmt.schema.LogicalType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalFormTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER(4)                         | integer(16)
            NUMBER(9)                         | integer(32)
            NUMBER(10)                        | integer(64)
            NUMBER(18)                        | integer(64)
            NUMBER(19)                        | decimal(19,0)
            NUMBER(38)                        | decimal(38,0)
            NUMBER(10,2)                      | decimal(10,2)
            NUMBER                            | decimal
            VARCHAR2(20 CHAR)                 | text(20)
            VARCHAR2(20 BYTE)                 | text(20)
            CHAR(3 BYTE)                      | char(3)
            CLOB                              | text
            RAW(16)                           | binary(16)
            BLOB                              | binary
            BINARY_FLOAT                      | float(32)
            BINARY_DOUBLE                     | float(64)
            DATE                              | timestamp(0)
            TIMESTAMP(9)                      | timestamp(9)
            LONG                              | text
            LONG RAW                          | binary
            """)
    void what_everybody_has_is_a_plain_type(String declared, String logical) {
        assertThat(LogicalForm.of(DeclaredType.of(declared.strip()))).hasToString(logical.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER(*,0)                       | decimal(38,0)
            NUMBER(20,-2)                     | decimal(22,0)
            NUMBER(2,5)                       | decimal(5,5)
            FLOAT(126)                        | decimal
            NVARCHAR2(20)                     | national text(20)
            VARCHAR2(4000 BYTE)               | text(4000)
            NCLOB                             | national text
            TIMESTAMP(0)                      | timestamp(0)
            TIMESTAMP(6) WITH TIME ZONE       | timestamp with zone
            TIMESTAMP(3) WITH LOCAL TIME ZONE | timestamp(3) with zone
            INTERVAL YEAR(2) TO MONTH         | interval
            INTERVAL DAY(2) TO SECOND(6)      | interval
            ROWID                             | text
            XMLTYPE                           | xml
            JSON                              | jsonb
            BOOLEAN                           | boolean
            """)
    void what_only_another_Oracle_declares_alike_keeps_its_declaration(String declared, String portable) {
        LogicalType type = LogicalForm.of(DeclaredType.of(declared.strip()));

        assertThat(type).isInstanceOf(LogicalType.Native.class);
        assertThat(((LogicalType.Native) type).sql()).isEqualTo(declared.strip());
        assertThat(((LogicalType.Native) type).portable()).hasToString(portable.strip());
        assertThat(new OracleTypes().nativeType(type, ColumnUse.PLAIN).sql()).isEqualTo(declared.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BFILE", "SDO_GEOMETRY", "APP.ADDRESS", "ANYDATA", "VECTOR(3,FLOAT32)"})
    void what_dmt_does_not_know_is_not_guessed(String declared) {
        assertThat(LogicalForm.of(DeclaredType.of(declared))).isInstanceOf(LogicalType.Unknown.class);
    }
}
