package dev.dmt.engine.sqlite;

/** Dates and times from texts as {@link WideIso} reads them. One thread's own. */
final class WideMoment implements Conversion.OfLong {
    private final Parsing parsing;
    private final String wanted;
    private final WideIso iso = new WideIso();

    private WideMoment(Parsing parsing, String wanted) {
        this.parsing = parsing;
        this.wanted = wanted;
    }

    static Conversion date() {
        return new WideMoment(WideIso::date, "a date");
    }

    static Conversion time() {
        return new WideMoment(WideIso::time, "a time of day");
    }

    static Conversion timestamp(boolean zoned) {
        return new WideMoment(
                (iso, text) -> iso.timestamp(text, zoned), zoned ? "a timestamp with its zone" : "a timestamp");
    }

    @Override
    public long toLong(NativeRows rows, int column) {
        if (rows.storageClass(column) == NativeRows.TEXT) {
            long value = parsing.parse(iso, rows.bytes(column));
            if (iso.found()) {
                return value;
            }
        }
        throw Conversion.misfit(rows, column, wanted);
    }

    @Override
    public int toNanos(NativeRows rows, int column) {
        toLong(rows, column);
        return iso.nanosOfMicrosecond();
    }

    /** How a text becomes a count of days or microseconds. */
    private interface Parsing {
        long parse(WideIso iso, byte[] text);
    }
}
