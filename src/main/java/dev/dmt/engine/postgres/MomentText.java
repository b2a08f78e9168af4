package dev.dmt.engine.postgres;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** Dates and times of keys as texts that PostgreSQL reads back: ISO, years before the first as those of BC. */
final class MomentText {
    private static final long MICROS_A_SECOND = 1_000_000L;
    private static final long MICROS_A_DAY = 86_400 * MICROS_A_SECOND;

    private MomentText() {}

    static String date(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return inEra(date.getYear(), positive(date));
    }

    static String time(long micros) {
        return micros == MICROS_A_DAY
                ? "24:00:00"
                : LocalTime.ofNanoOfDay(micros * 1_000).toString();
    }

    static String timestamp(long micros) {
        LocalDateTime moment = LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, MICROS_A_SECOND),
                (int) Math.floorMod(micros, MICROS_A_SECOND) * 1_000,
                ZoneOffset.UTC);
        LocalDate date = moment.toLocalDate();
        return inEra(date.getYear(), positive(date) + "T" + moment.toLocalTime());
    }

    /** The year 0 is 1 BC; leap days stay, for the text is built from the fields. */
    private static String positive(LocalDate date) {
        long year = date.getYear() <= 0 ? 1L - date.getYear() : date.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String inEra(int year, String text) {
        return year <= 0 ? text + " BC" : text;
    }
}
