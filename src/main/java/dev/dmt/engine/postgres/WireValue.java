package dev.dmt.engine.postgres;

import dev.dmt.engine.ColumnRead;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;

/**
 * How a column is asked for, so that few binary forms have to be understood: whole numbers as int8, floats as float8,
 * decimals, uuids and documents as the server's own text.
 */
final class WireValue {
    private static final String ROWS = "r";
    private static final int MICROSECONDS = 6;
    private static final long EPOCH_DAYS = 10_957;
    private static final long EPOCH_MICROSECONDS = 946_684_800_000_000L;

    private WireValue() {}

    static String select(ColumnRead column) {
        String name = PostgresIdentifiers.quote(column.name());
        if (column.type().kind() == TypeKind.NATIVE) {
            return name + "::text";
        }
        return switch (column.form()) {
            case ReadingForm.JSON -> "to_json(" + name + ")::text";
            case ReadingForm.WRITTEN -> "(to_json(" + name + ") #>> '{}')";
            default -> name + cast(column.type());
        };
    }

    /** What a moment is cut to, in microseconds: the target may hold fewer digits of a second. */
    static long step(LogicalType type) {
        int digits = type instanceof LogicalType.Time time
                ? time.precision()
                : type instanceof LogicalType.Timestamp timestamp ? timestamp.precision() : MICROSECONDS;
        long step = 1;
        for (int i = digits; i < MICROSECONDS; i++) {
            step *= 10;
        }
        return step;
    }

    private static String cast(LogicalType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "::boolean";
            case INTEGER -> "::bigint";
            case DECIMAL -> "::numeric::text";
            case FLOAT -> "::double precision";
            case TEXT, JSON, XML, INTERVAL, ENUMERATION, SET, BITS, ARRAY, NATIVE, UNKNOWN -> "::text";
            case BINARY, GEOMETRY, ROW_VERSION -> "::bytea";
            case DATE -> "::date";
            case TIME -> "::time";
            case TIMESTAMP -> ((LogicalType.Timestamp) type).zoned() ? "::timestamptz" : "::timestamp";
            case UUID -> "::uuid::text";
        };
    }

    /** Compares where rows lie with the place behind a block. */
    static String behind(long block, String operator) {
        return ROWS + ".ctid " + operator + " '(" + (block + 1) + ",0)'::pg_catalog.tid";
    }

    /** A relation under the name by which {@link #orderBy} knows it. */
    static String from(String relation) {
        return " FROM " + relation + " AS " + ROWS;
    }

    /** What orders and bounds a column: text by its bytes. A bare name would mean what is selected, which may be its text. */
    static String orderBy(String column, LogicalType type) {
        String quoted = ROWS + "." + PostgresIdentifiers.quote(column);
        return switch (type.kind()) {
            case TEXT, ENUMERATION, SET -> quoted + "::text COLLATE \"C\"";
            case NATIVE -> isOfUser((LogicalType.Native) type) ? quoted + "::text COLLATE \"C\"" : quoted;
            case BOOLEAN -> quoted + "::integer";
            case INTEGER,
                    DECIMAL,
                    FLOAT,
                    BINARY,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    INTERVAL,
                    UUID,
                    JSON,
                    XML,
                    BITS,
                    ARRAY,
                    GEOMETRY,
                    ROW_VERSION,
                    UNKNOWN -> quoted;
        };
    }

    /** Its order may be a collation's, or that of a function; its text can always be told apart and put in order. */
    static boolean isOfUser(LogicalType.Native type) {
        return type.sql().indexOf('.') >= 0;
    }

    static boolean isInfiniteDate(int days) {
        return days == Integer.MAX_VALUE || days == Integer.MIN_VALUE;
    }

    static long sinceEpochDays(int days) {
        return days + EPOCH_DAYS;
    }

    static boolean isInfiniteTimestamp(long microseconds) {
        return microseconds == Long.MAX_VALUE || microseconds == Long.MIN_VALUE;
    }

    /** PostgreSQL counts from 2000 and so a little further than a count from 1970 can. */
    static boolean isBeyondCount(long microseconds) {
        return microseconds > Long.MAX_VALUE - EPOCH_MICROSECONDS;
    }

    static long sinceEpochMicroseconds(long microseconds) {
        return microseconds + EPOCH_MICROSECONDS;
    }
}
