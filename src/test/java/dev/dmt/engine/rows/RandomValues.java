package dev.dmt.engine.rows;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.RowCursor;
import dev.dmt.schema.LogicalType;
import dev.dmt.transfer.csv.FakeCursor;
import dev.dmt.transfer.csv.FakeCursor.Fine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/** Values at the edges of their types and between, as {@link FakeCursor} takes them. */
@NullUnmarked
public final class RandomValues {
    public static final List<LogicalType> TYPES = Stream.of(
                    "boolean,integer(32),integer(64),float(64),decimal,text,binary,date,time,time(9),timestamp,"
                            + "timestamp with zone,timestamp(9) with zone,uuid,json,xml,interval,row version,geometry")
            .flatMap(all -> Stream.of(all.split(",")))
            .map(LogicalType::parse)
            .toList();
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        1e22,
        Double.parseDouble("1e23"),
        1e-22,
        0.1,
        (double) 0.1f,
        123456789012345.6,
        9007199254740992.0,
        999999999999999.9
    };
    private static final long[] LONGS = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 1L << 53};
    private static final long DAY = 86_400_000_000L;

    private final Random random;
    private final boolean nul;

    public RandomValues(Random random, boolean nul) {
        this.random = random;
        this.nul = nul;
    }

    public Object next(LogicalType type) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        int nanos = random.nextInt(1_000);
        return switch (type.kind()) {
            case BOOLEAN -> (long) random.nextInt(2);
            case INTEGER -> whole();
            case FLOAT -> floating();
            case DATE -> (long) (random.nextInt(8_000_000) - 4_000_000);
            case TIME -> {
                long micros = time();
                yield fine(type, micros, micros == DAY ? 0 : nanos);
            }
            case TIMESTAMP -> fine(type, whole(), nanos);
            case BINARY, GEOMETRY, ROW_VERSION -> bytes();
            case DECIMAL -> random.nextInt(9) == 0 ? "NaN" : whole() + ".0" + random.nextInt(99);
            default -> text();
        };
    }

    private static Object fine(LogicalType type, long micros, int nanos) {
        return type.toString().contains("(9)") ? new Fine(micros, nanos) : (Object) micros;
    }

    private long time() {
        return random.nextInt(10) == 0 ? DAY : (long) (random.nextDouble() * DAY);
    }

    private long whole() {
        return random.nextInt(4) == 0 ? LONGS[random.nextInt(LONGS.length)] : random.nextLong() >> random.nextInt(64);
    }

    private double floating() {
        return switch (random.nextInt(4)) {
            case 0 -> DOUBLES[random.nextInt(DOUBLES.length)];
            case 1 -> Double.longBitsToDouble(random.nextLong());
            case 2 -> random.nextInt(10_000_000) / 100.0;
            default -> random.nextGaussian();
        };
    }

    private String text() {
        String alphabet = nul ? "ab\",\\.\n\r\t ñ漢😀'N\0" : "ab\",\\.\n\r\t ñ漢😀'N";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(6)];
        random.nextBytes(bytes);
        return bytes;
    }

    public static Object read(RowCursor rows, int column, LogicalType type) {
        return switch (type.kind()) {
            case BOOLEAN, INTEGER, DATE -> rows.getLong(column);
            case TIME, TIMESTAMP -> fine(type, rows.getLong(column), rows.nanosOfMicrosecond(column));
            case FLOAT -> rows.getDouble(column);
            case BINARY, GEOMETRY, ROW_VERSION -> copy(rows.bytes(column));
            default -> new String(copy(rows.bytes(column)), StandardCharsets.UTF_8);
        };
    }

    public static byte[] copy(ByteView view) {
        return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
    }
}
