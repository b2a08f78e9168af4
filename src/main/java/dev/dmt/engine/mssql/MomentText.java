package dev.dmt.engine.mssql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as T-SQL reads them whatever its language is set to: ISO 8601, seven digits of a second. */
final class MomentText {
    static final long MICROS_OF_SECOND = 1_000_000;
    private static final long NANOS_OF_MICRO = 1000;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSS", Locale.ROOT);

    private MomentText() {}

    static String date(long days) {
        return LocalDate.ofEpochDay(days).toString();
    }

    static String time(long micros, int nanos) {
        return TIME.format(LocalTime.ofNanoOfDay(micros * NANOS_OF_MICRO + nanos));
    }

    static String moment(long micros, int nanos) {
        long seconds = Math.floorDiv(micros, MICROS_OF_SECOND);
        long rest = Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO + nanos;
        return MOMENT.format(Instant.ofEpochSecond(seconds, rest));
    }
}
