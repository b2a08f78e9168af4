package dev.dmt.failpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailpointTest {
    @AfterEach
    void switch_failpoints_off() {
        Failpoint.enable("");
    }

    @Test
    void nothing_happens_unless_it_was_asked_for() {
        assertThatCode(() -> Failpoint.pass("anything")).doesNotThrowAnyException();
    }

    @Test
    void fails_at_the_place_and_the_passing_that_were_named() {
        Failpoint.enable(" first=fail ; second=fail@2;;");
        Failpoint.pass("third");
        Failpoint.pass("second");
        assertThatThrownBy(() -> Failpoint.pass("first")).hasMessage("failpoint first");
        assertThatThrownBy(() -> Failpoint.pass("second")).hasMessage("failpoint second");
        assertThatCode(() -> Failpoint.pass("second")).doesNotThrowAnyException();
    }

    @Test
    void a_pause_goes_on_by_itself() {
        Failpoint.enable("place=pause:1");
        assertThatCode(() -> Failpoint.pass("place")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "place",
                "place=explode",
                "place=fail@0",
                "place=fail@99999999999",
                "place=pause",
                "place=kill:5",
                "Place=fail",
                "place=fail;place=kill",
            })
    void what_makes_no_sense_is_refused(String specification) {
        assertThatThrownBy(() -> Failpoint.enable(specification))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("failpoint");
    }
}
