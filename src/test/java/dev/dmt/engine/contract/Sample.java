package dev.dmt.engine.contract;

import dev.dmt.schema.LogicalType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value of a type as a cursor gives it: Long, Double, String, byte[] or {@link Moment}.
 *
 * @param tricky true where an engine may refuse it; none may change it
 */
record Sample(String name, Object value, boolean tricky) {
    private static final long MICROS = 1_000_000;
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** A time or timestamp with what it has beyond microseconds. */
    record Moment(long micros, int nanos) {}

    static Sample plain(Object value) {
        return new Sample(shown(value), value, false);
    }

    static Sample tricky(Object value) {
        return new Sample(shown(value), value, true);
    }

    private static String shown(Object value) {
        String text = value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    static List<Sample> of(LogicalType type) {
        return switch (type.kind()) {
            case BOOLEAN -> all(0L, 1L);
            case INTEGER -> integers((LogicalType.Int) type);
            case DECIMAL -> decimals((LogicalType.Decimal) type);
            case FLOAT -> floats(((LogicalType.Floating) type).bits());
            case TEXT -> texts((LogicalType.Text) type);
            case BINARY -> binaries((LogicalType.Binary) type);
            case DATE -> dates();
            case TIME -> times(((LogicalType.Time) type).precision());
            case TIMESTAMP -> timestamps(((LogicalType.Timestamp) type).precision());
            case INTERVAL -> all("P1Y2M3DT4H5M6.789S", "PT0S", "P-1Y-2M3DT-4H-5M-6.000001S");
            case UUID -> all("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "ffffffff-ffff-ffff-ffff-ffffffffffff");
            case JSON -> jsons((LogicalType.Json) type);
            case XML -> all("<a b=\"c\">ü<d/></a>");
            case ENUMERATION ->
                ((LogicalType.Enumeration) type)
                        .members().stream().map(Sample::plain).toList();
            case SET -> List.of(plain("a"), plain("a,c"), new Sample("the empty set", "", true));
            case BITS -> bits((LogicalType.Bits) type);
            case ARRAY -> all("[1, 2, null]", "[]");
            case GEOMETRY ->
                all((Object) HexFormat.of().parseHex("0101000020e6100000000000000000f03f0000000000000040"));
            case ROW_VERSION -> all((Object) HexFormat.of().parseHex("00000000000007d1"));
            case NATIVE, UNKNOWN -> List.of();
        };
    }

    private static List<Sample> all(Object... values) {
        return Stream.of(values).map(Sample::plain).toList();
    }

    private static List<Sample> integers(LogicalType.Int type) {
        if (type.bits() == 64) {
            return all(0L, Long.MIN_VALUE, Long.MAX_VALUE, 9_007_199_254_740_993L);
        }
        long span = 1L << type.bits();
        return type.signed() ? all(0L, -span / 2, span / 2 - 1) : all(0L, span - 1, span / 2);
    }

    private static List<Sample> decimals(LogicalType.Decimal type) {
        if (type.precision().isEmpty()) {
            return List.of(
                    plain("0"),
                    plain("0.1"),
                    plain("-123456789012345678901234.567"),
                    tricky("1" + "0".repeat(99) + ".5"),
                    tricky("0." + "0".repeat(60) + "1"),
                    tricky("NaN"));
        }
        int precision = type.precision().getAsInt();
        String fraction = type.scale() == 0 ? "" : "." + "9".repeat(type.scale());
        String largest = "9".repeat(precision - type.scale()) + fraction;
        String smallest = type.scale() == 0 ? "1" : "0." + "0".repeat(type.scale() - 1) + "1";
        return List.of(plain("0"), plain(largest), plain("-" + largest), plain(smallest), tricky("NaN"));
    }

    private static List<Sample> floats(int bits) {
        List<Sample> samples = new ArrayList<>(all(0.0, 1.5, -2.25));
        if (bits == 32) {
            samples.addAll(all((double) 0.1f, (double) Float.MAX_VALUE, (double) 16_777_216f));
            samples.add(tricky((double) Float.MIN_VALUE));
        } else {
            samples.addAll(all(0.1, 0.1 + 0.2, 1e100, 9_007_199_254_740_992.0, 1.7976931348623157E308));
            samples.add(tricky(Double.MIN_VALUE));
            samples.add(tricky(Double.MIN_NORMAL));
        }
        samples.addAll(List.of(
                tricky(-0.0), tricky(Double.NaN), tricky(Double.POSITIVE_INFINITY), tricky(Double.NEGATIVE_INFINITY)));
        return samples;
    }

    private static List<Sample> texts(LogicalType.Text type) {
        if (type.fixed()) {
            return all(
                    "x".repeat(type.length().orElse(1)),
                    "ü".repeat(type.length().orElse(1)));
        }
        List<Sample> samples = new ArrayList<>(all("a", "A", "trailing  ", " x", "ü", "u\u0308", "😀", "NULL", "\\N"));
        samples.add(new Sample("the empty text", "", false));
        if (type.length().isPresent()) {
            samples.add(plain("😀".repeat(type.length().getAsInt())));
        } else {
            samples.addAll(all("a,\"b\"\r\n'c'\\\tend", "\\.", "x".repeat(70_000), "%_[]{}$1?:n"));
            samples.add(new Sample("a text with a NUL", "a\0b", true));
        }
        return samples;
    }

    private static List<Sample> binaries(LogicalType.Binary type) {
        byte[] all = new byte[256];
        IntStream.range(0, 256).forEach(i -> all[i] = (byte) i);
        if (type.fixed()) {
            byte[] full = new byte[type.length().orElse(1)];
            System.arraycopy(all, 1, full, 0, full.length);
            return all((Object) full);
        }
        List<Sample> samples = new ArrayList<>(all((Object) new byte[] {0}, (Object) new byte[] {'a', ' ', 0}));
        samples.add(new Sample("no bytes", new byte[0], false));
        if (type.length().isEmpty()) {
            samples.add(plain((Object) all));
        }
        return samples;
    }

    private static List<Sample> dates() {
        List<Sample> samples = new ArrayList<>();
        for (String date : List.of(
                "1970-01-01", "2024-02-29", "1582-10-04", "1582-10-10", "1582-10-15", "1900-02-28", "9999-12-31")) {
            samples.add(new Sample(date, LocalDate.parse(date).toEpochDay(), false));
        }
        for (String date : List.of("0001-01-01", "0000-12-31", "-0043-03-15", "+10000-01-01")) {
            samples.add(new Sample(date, LocalDate.parse(date).toEpochDay(), true));
        }
        return samples;
    }

    private static List<Sample> times(int precision) {
        long last = 86_400 * MICROS - 1;
        return switch (precision) {
            case 0 -> all(0L, 86_399 * MICROS);
            case 9 -> List.of(plain(new Moment(0, 0)), plain(new Moment(last, 999)), plain(new Moment(1, 1)));
            default -> List.of(plain(0L), plain(cut(last, precision)), plain(43_200 * MICROS), tricky(86_400 * MICROS));
        };
    }

    private static long cut(long micros, int precision) {
        long unit = (long) Math.pow(10, 6 - precision);
        return Math.floorDiv(micros, unit) * unit;
    }

    private static List<Sample> timestamps(int precision) {
        List<Sample> samples = new ArrayList<>();
        for (String moment : List.of(
                "1970-01-01T00:00:00",
                "2024-02-29T23:59:59.999999",
                "1969-12-31T23:59:59.999999",
                "1582-10-10T12:00:00",
                "2024-03-31T02:30:00",
                "1900-01-01T00:00:00.000001",
                "9999-12-31T23:59:59")) {
            samples.add(moment(moment, precision, false));
        }
        for (String moment : List.of("0001-01-01T00:00:00", "-0043-03-15T11:00:00", "+10000-01-01T00:00:00")) {
            samples.add(moment(moment, precision, true));
        }
        return samples;
    }

    private static Sample moment(String text, int precision, boolean tricky) {
        LocalDateTime moment = LocalDateTime.parse(text);
        long micros = ChronoUnit.MICROS.between(EPOCH, moment);
        Object value = precision > 6 ? new Moment(micros, 123) : (Object) cut(micros, precision);
        // What SQL Server and Oracle call nine digits are seven and nine.
        return new Sample(text, value, tricky);
    }

    private static List<Sample> jsons(LogicalType.Json type) {
        List<Sample> samples = new ArrayList<>(all("{\"a\": [1.50, null, \"ü😀\"], \"b\": {}}", "[]", "null", "\"x\""));
        if (!type.binary()) {
            samples.add(tricky("{\"b\":1,  \"a\" : 2}"));
        }
        samples.add(tricky("123456789012345678901234567890.123"));
        return samples;
    }

    private static List<Sample> bits(LogicalType.Bits type) {
        String full = "10".repeat(type.length()).substring(0, type.length());
        return type.varying() ? all(full, "1", "0") : all(full, "0".repeat(type.length()), "1".repeat(type.length()));
    }
}
