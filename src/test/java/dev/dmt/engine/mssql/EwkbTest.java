package dev.dmt.engine.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EwkbTest {
    private static final String ONE = "000000000000f03f";
    private static final String TWO = "0000000000000040";

    private static String ewkb(String wkb, int srid) {
        return HexFormat.of().formatHex(Ewkb.of(HexFormat.of().parseHex(wkb), srid));
    }

    @Test
    void puts_the_srid_into_the_outermost_shape_alone() {
        String point = "0101000000" + ONE + TWO;

        assertThat(ewkb(point, 4326)).isEqualTo("0101000020e6100000" + ONE + TWO);
        assertThat(ewkb(point, 0)).isEqualTo(point);
        assertThat(ewkb("010400000001000000" + point, 4326)).isEqualTo("0104000020e610000001000000" + point);
    }

    @Test
    void says_heights_and_measures_by_bits() {
        assertThat(ewkb("01e9030000" + ONE + TWO + ONE, 0)).isEqualTo("0101000080" + ONE + TWO + ONE);
        assertThat(ewkb("01b90b0000" + ONE + TWO + ONE + TWO, 3857))
                .isEqualTo("01010000e0110f0000" + ONE + TWO + ONE + TWO);
    }

    @Test
    void copies_rings_and_what_is_nested() {
        String line = "010200000002000000" + ONE + TWO + TWO + ONE;
        String polygon = "01030000000100000004000000" + (ONE + TWO).repeat(4);

        assertThat(ewkb(line, 0)).isEqualTo(line);
        assertThat(ewkb(polygon, 0)).isEqualTo(polygon);
        assertThat(ewkb("010700000002000000" + line + polygon, 0)).isEqualTo("010700000002000000" + line + polygon);
    }
}
