package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmt.engine.oracle.CatalogRows.ColumnRow;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeSpellingTest {
    /** Type, its owner, length in bytes, precision, scale, length in characters, B or C. */
    @ParameterizedTest
    @CsvSource({
        "NUMBER,,22,10,0,0,, NUMBER(10)",
        "NUMBER,,22,10,2,0,, 'NUMBER(10,2)'",
        "NUMBER,,22,5,-2,0,, 'NUMBER(5,-2)'",
        "NUMBER,,22,,0,0,, 'NUMBER(*,0)'",
        "NUMBER,,22,,,0,, NUMBER",
        "FLOAT,,22,63,,0,, FLOAT(63)",
        "VARCHAR2,,80,,,20,C, VARCHAR2(20 CHAR)",
        "VARCHAR2,,20,,,20,B, VARCHAR2(20 BYTE)",
        "CHAR,,3,,,3,B, CHAR(3 BYTE)",
        "NVARCHAR2,,40,,,20,C, NVARCHAR2(20)",
        "RAW,,16,,,0,, RAW(16)",
        "UROWID,,4000,,,0,, UROWID(4000)",
        "TIMESTAMP(6) WITH TIME ZONE,,13,,6,0,, TIMESTAMP(6) WITH TIME ZONE",
        "INTERVAL DAY(2) TO SECOND(6),,11,2,6,0,, INTERVAL DAY(2) TO SECOND(6)",
        "XMLTYPE,SYS,2000,,,0,, XMLTYPE",
        "XMLTYPE,PUBLIC,2000,,,0,, XMLTYPE",
        "SDO_GEOMETRY,MDSYS,1,,,0,, SDO_GEOMETRY",
        "ADDRESS,APP,1,,,0,, APP.ADDRESS"
    })
    void a_type_is_spelled_as_it_would_be_declared(
            String type,
            String owner,
            int length,
            Integer precision,
            Integer scale,
            int characters,
            String used,
            String spelled) {
        ColumnRow row = new ColumnRow(
                "T",
                "C",
                type,
                Optional.ofNullable(owner),
                length,
                precision == null ? OptionalInt.empty() : OptionalInt.of(precision),
                scale == null ? OptionalInt.empty() : OptionalInt.of(scale),
                characters,
                "B".equals(used),
                true,
                false,
                false,
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());

        assertThat(TypeSpelling.of(row)).isEqualTo(spelled);
    }
}
