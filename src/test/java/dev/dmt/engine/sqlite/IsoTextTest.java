package dev.dmt.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTextTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long micros(Instant moment) {
        return moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
    }

    @Test
    void every_day_from_year_0_to_9999_counts_as_the_calendar_does() {
        for (LocalDate day = LocalDate.of(0, 1, 1); day.getYear() < 10_000; day = day.plusDays(1)) {
            if (IsoText.date(bytes(day.toString())) != day.toEpochDay()) {
                throw new AssertionError(day.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now",
                "today",
                "epoch",
                "J2451187",
                "1/2/2024",
                "2024-13-01",
                "2024-00-10",
                "2024-02-30",
                "2023-02-29",
                "1900-02-29",
                "2024-1-1",
                "24-01-01",
                "2024-01-01 ",
                " 2024-01-01",
                "20240101",
                "2024-01-01T",
                "",
                "2024-01-00",
                "2024/01/01",
                "infinity",
                "-2024-01-1",
                "2024-0a-01",
                "٢٠٢٤-01",
                "0000-00-00",
                "2024-01-1٠"
            })
    void what_is_no_strict_date_is_refused(String text) {
        assertThat(IsoText.date(bytes(text))).isEqualTo(IsoText.NOT);
        assertThat(IsoText.timestamp(bytes(text))).isEqualTo(IsoText.NOT);
        assertThat(IsoText.zonedTimestamp(bytes(text))).isEqualTo(IsoText.NOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59",
                "1969-12-31T23:59:59.999999",
                "0001-01-01T00:00",
                "9999-12-31T23:59:59.5",
                "2000-01-01T12:34"
            })
    void timestamps_without_a_zone_are_read(String text) {
        long expected = micros(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        assertThat(IsoText.timestamp(bytes(text))).isEqualTo(expected);
        assertThat(IsoText.timestamp(bytes(text.replace('T', ' ')))).isEqualTo(expected);
        assertThat(IsoText.zonedTimestamp(bytes(text))).isEqualTo(IsoText.NOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59Z",
                "2024-02-29T23:59:59.123456+05:30",
                "1969-12-31T23:59-08:00",
                "2024-06-01T00:00:00.1-00:30"
            })
    void timestamps_with_a_zone_are_read_in_utc(String text) {
        long expected = micros(OffsetDateTime.parse(text).toInstant());
        assertThat(IsoText.zonedTimestamp(bytes(text))).isEqualTo(expected);
        assertThat(IsoText.zonedTimestamp(bytes(text.replace('T', ' ')))).isEqualTo(expected);
        assertThat(IsoText.timestamp(bytes(text))).isEqualTo(IsoText.NOT);
    }

    @Test
    void short_zones_and_a_blank_before_the_zone_are_read() {
        long expected = micros(Instant.parse("2024-01-01T10:00:00Z"));
        assertThat(IsoText.zonedTimestamp(bytes("2024-01-01 12:00:00+02"))).isEqualTo(expected);
        assertThat(IsoText.zonedTimestamp(bytes("2024-01-01 12:00:00 +0200"))).isEqualTo(expected);
        assertThat(IsoText.zonedTimestamp(bytes("2024-01-01 05:00-0500"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-01 24:00:00",
                "2024-01-01 10:60",
                "2024-01-01 10:00:60",
                "2024-01-01 10",
                "2024-01-01 1:00:00",
                "2024-01-01 10:00:00.",
                "2024-01-01 10:00:00,5",
                "2024-01-01 10:00:00.1234567",
                "2024-01-01  10:00:00",
                "2024-01-01 10:00:00 PM",
                "2024-01-01 10:00:00+16:00",
                "2024-01-01 10:00:00+1:00",
                "2024-01-01 10:00:00 UTC",
                "2024-01-01 10:00:00+05:60",
                "2024-01-01t10:00:00",
                "2024-02-30 10:00:00",
                "2024-01-01 10:00:00.5.5",
                "2024-01-01 10:00:00ZZ",
                "2024-01-01 10:00:00+",
                "2024-01-01 Z",
                "2024-01-01+02:00"
            })
    void what_is_no_strict_timestamp_is_refused(String text) {
        assertThat(IsoText.timestamp(bytes(text))).isEqualTo(IsoText.NOT);
        assertThat(IsoText.zonedTimestamp(bytes(text))).isEqualTo(IsoText.NOT);
    }

    @Test
    void digits_beyond_microseconds_pass_only_as_zeros() {
        assertThat(IsoText.time(bytes("00:00:01.123456000"))).isEqualTo(1_123_456L);
        assertThat(IsoText.time(bytes("00:00:01.1234560001"))).isEqualTo(IsoText.NOT);
        assertThat(IsoText.time(bytes("23:59"))).isEqualTo(86_340_000_000L);
        assertThat(IsoText.time(bytes("23:59:59.999999"))).isEqualTo(IsoText.MICROS_PER_DAY - 1);
    }
}
