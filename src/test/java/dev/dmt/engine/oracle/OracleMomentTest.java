package dev.dmt.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import oracle.sql.DATE;
import oracle.sql.TIMESTAMP;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleMomentTest {
    @Test
    void the_bytes_are_those_that_the_driver_makes() {
        TIMESTAMP drivers = new TIMESTAMP(Timestamp.valueOf("2024-02-29 23:59:58.123456789"));
        OracleMoment moment = moment("2024-02-29T23:59:58.123456789");

        assertThat(moment.toTimestamp()).isEqualTo(drivers.getBytes());
        assertThat(OracleMoment.of(drivers.getBytes())).isEqualTo(moment);
    }

    @Test
    void a_date_has_its_seconds_and_no_more() {
        DATE drivers = new DATE(Timestamp.valueOf("1969-12-31 23:59:59"));

        assertThat(moment("1969-12-31T23:59:59.5").toDate()).isEqualTo(drivers.getBytes());
        assertThat(OracleMoment.of(drivers.getBytes())).isEqualTo(moment("1969-12-31T23:59:59"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00",
                "0000-12-31T23:59:59.999999999",
                "-0043-03-15T12:00:00",
                "-4711-01-01T00:00:00",
                "1582-10-15T00:00:00",
                "1582-10-04T23:59:59.000000001",
                "9999-12-31T23:59:59.999999999"
            })
    void every_moment_that_Oracle_knows_comes_back_as_it_was(String text) {
        OracleMoment moment = moment(text);

        assertThat(moment.obstacle()).isEmpty();
        assertThat(OracleMoment.of(moment.toTimestamp())).isEqualTo(moment);
    }

    @Test
    void the_year_before_the_first_is_minus_one_in_the_bytes() {
        byte[] bytes = moment("0000-01-01T00:00:00").toDate();

        assertThat(bytes[0]).isEqualTo((byte) 100);
        assertThat(bytes[1]).isEqualTo((byte) 99);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-4712-12-31T00:00:00", "1582-10-05T00:00:00", "1582-10-14T23:59:59", "+10000-01-01T00:00:00"})
    void what_is_not_in_its_calendar_is_named_beforehand(String text) {
        assertThat(moment(text).obstacle()).isPresent();
    }

    @Test
    void a_day_of_the_Julian_calendar_alone_is_no_day_elsewhere() {
        byte[] leapDay = {115, 100, 2, 29, 1, 1, 1};

        assertThatThrownBy(() -> OracleMoment.of(leapDay)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void digits_of_a_second_are_cut_not_rounded() {
        OracleMoment moment = moment("1969-12-31T23:59:59.123456789");

        assertThat(moment.cut(9)).isEqualTo(moment);
        assertThat(moment.cut(8)).isEqualTo(moment("1969-12-31T23:59:59.12345678"));
        assertThat(moment.cut(7)).isEqualTo(moment("1969-12-31T23:59:59.1234567"));
        assertThat(moment.cut(6)).isEqualTo(moment("1969-12-31T23:59:59.123456"));
        assertThat(moment.cut(3)).isEqualTo(moment("1969-12-31T23:59:59.123"));
        assertThat(moment.cut(0)).isEqualTo(moment("1969-12-31T23:59:59"));
    }

    @Test
    void midnight_is_told_from_all_other_times() {
        assertThat(OracleMoment.ofDay(LocalDate.of(1900, 1, 1).toEpochDay()).isMidnight())
                .isTrue();
        assertThat(moment("1900-01-01T00:00:00.000000001").isMidnight()).isFalse();
        assertThat(moment("1900-01-01T00:00:01").isMidnight()).isFalse();
    }

    private static OracleMoment moment(String text) {
        LocalDateTime time = LocalDateTime.parse(text);
        long nanos = time.toLocalTime().toNanoOfDay();
        return new OracleMoment(
                time.toLocalDate().toEpochDay() * 86_400_000_000L + nanos / 1_000, (int) (nanos % 1_000));
    }
}
