package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.ColumnUse;
import dev.dmt.engine.NativeType;
import dev.dmt.schema.Fidelity;
import dev.dmt.schema.LogicalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OracleTypesTest {
    private final OracleTypes types = new OracleTypes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            boolean                | NUMBER(1) IN (0, 1)                | EXACT
            integer(8)             | NUMBER(3)                          | EXACT
            unsigned(8)            | NUMBER(3)                          | EXACT
            unsigned(32)           | NUMBER(10)                         | EXACT
            integer(64)            | NUMBER(19)                         | EXACT
            decimal(20,0)          | NUMBER(20)                         | EXACT
            decimal(38,10)         | NUMBER(38,10)                      | EXACT
            decimal                | NUMBER                             | EXACT
            decimal(39,0)          |                                    | REFUSED
            float(32)              | BINARY_FLOAT                       | EXACT
            float(64)              | BINARY_DOUBLE                      | EXACT
            text(1000)             | VARCHAR2(1000 CHAR)                | EXACT
            text(1001)             | CLOB                               | WIDENED
            text                   | CLOB                               | EXACT
            char(3)                | CHAR(3 CHAR)                       | EXACT
            binary                 | BLOB                               | EXACT
            binary(2000)           | RAW(2000)                          | EXACT
            date                   | DATE                               | WIDENED
            time(9)                | INTERVAL DAY(1) TO SECOND(9)       | WIDENED
            timestamp(0)           | DATE                               | EXACT
            timestamp              | TIMESTAMP(6)                       | EXACT
            timestamp(9)           | TIMESTAMP(9)                       | EXACT
            timestamp(9) with zone | TIMESTAMP(9) WITH TIME ZONE        | EXACT
            uuid                   | RAW(16)                            | EXACT
            jsonb                  | CLOB                               | WIDENED
            xml                    | CLOB                               | WIDENED
            interval               | VARCHAR2(64 CHAR)                  | WIDENED
            bits(8)                | VARCHAR2(8 CHAR)                   | WIDENED
            array(integer(32))     | CLOB                               | WIDENED
            geometry(4326)         | BLOB                               | WIDENED
            row version            | RAW(8)                             | WIDENED
            unknown(box)           |                                    | REFUSED
            """)
    void each_type_has_one_of_Oracle_or_is_refused(String logical, String sql, Fidelity fidelity) {
        NativeType type = types.nativeType(LogicalType.parse(logical.strip()), ColumnUse.PLAIN);

        assertThat(type.sql()).isEqualTo(sql == null ? "" : sql.strip());
        assertThat(type.fidelity()).isEqualTo(fidelity);
        assertThat(type.reason().isEmpty()).isEqualTo(fidelity == Fidelity.EXACT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text                   | 12    | VARCHAR2(255 CHAR)
            text                   | 900   | VARCHAR2(1000 CHAR)
            text                   | 3000  | VARCHAR2(4000 CHAR)
            text                   | 4001  |
            binary                 | 30    | RAW(2000)
            binary                 | 2001  |
            jsonb                  | 20    | VARCHAR2(255 CHAR)
            timestamp with zone    | 0     | TIMESTAMP(6) WITH LOCAL TIME ZONE
            geometry               | 0     |
            """)
    void a_key_takes_bounded_types_or_is_refused_beforehand(String logical, long longest, String sql) {
        NativeType type = types.nativeType(LogicalType.parse(logical.strip()), new ColumnUse(true, longest));

        assertThat(type.sql()).isEqualTo(sql == null ? "" : sql.strip());
        assertThat(type.reason()).isNotEmpty();
        assertThat(type.fidelity() == Fidelity.REFUSED).isEqualTo(sql == null);
    }

    @Test
    void a_long_bound_is_kept_where_the_values_are_known_to_fit() {
        NativeType type = types.nativeType(LogicalType.parse("text(4000)"), new ColumnUse(false, 500));

        assertThat(type.sql()).isEqualTo("VARCHAR2(4000 CHAR)");
    }
}
