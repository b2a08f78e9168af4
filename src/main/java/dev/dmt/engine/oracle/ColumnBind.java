package dev.dmt.engine.oracle;

import dev.dmt.schema.Column;
import dev.dmt.schema.LogicalType;
import java.sql.SQLException;
import java.sql.Types;

/**
 * How a value of a chunk is given to a column.
 *
 * @param sql what stands for it among the values
 * @param parameters how many it has
 * @param nullType the driver's type of a NULL, that of every other value: a batch has one type a parameter
 * @param large true of what may be too long to be given but by a locator
 */
record ColumnBind(String sql, int parameters, int nullType, boolean large, Binder binder) {
    /** Longer texts and bytes than these go by a locator. */
    static final int LONGEST_INLINE = 32_000 / 4;

    /** Binds a value that is not NULL. */
    interface Binder {
        void bind(BoundRow row, int place, int column) throws SQLException;
    }

    /** @param byLocator true where a long value may not be bound as it is: anywhere but among an INSERT's values */
    static ColumnBind of(Column column, LogicalType type, boolean byLocator) {
        DeclaredType declared = DeclaredType.of(column.nativeType().split(" IN ", 2)[0]);
        Binders binders = new Binders(column.name(), declared);
        return switch (type.kind()) {
            case BOOLEAN, INTEGER ->
                plain(
                        Types.NUMERIC,
                        (row, place, c) ->
                                row.statement().setLong(place, row.rows().getLong(c)));
            case DECIMAL -> plain(Types.NUMERIC, binders.decimal((LogicalType.Decimal) type));
            case FLOAT ->
                ((LogicalType.Floating) type).bits() == 32
                        ? plain(oracle.jdbc.OracleTypes.BINARY_FLOAT, binders::binaryFloat)
                        : plain(oracle.jdbc.OracleTypes.BINARY_DOUBLE, binders::binaryDouble);
            case DATE ->
                plain(
                        oracle.jdbc.OracleTypes.DATE,
                        (row, place, c) -> row.statement()
                                .setDATE(
                                        place,
                                        binders.date(
                                                OracleMoment.ofDay(row.rows().getLong(c)))));
            case TIMESTAMP -> timestamp(declared, (LogicalType.Timestamp) type, binders);
            case TIME ->
                expression(
                        "TO_DSINTERVAL(?)",
                        (row, place, c) -> row.statement()
                                .setString(
                                        place,
                                        IntervalText.ofTime(
                                                row.rows().getLong(c),
                                                row.rows().nanosOfMicrosecond(c))));
            case UUID ->
                declared.stored() == Stored.RAW
                        ? plain(Types.VARBINARY, binders::uuid)
                        : plain(Types.VARCHAR, binders::text);
            case BINARY, GEOMETRY, ROW_VERSION -> bytes(declared, binders, byLocator);
            case NATIVE -> own(declared, binders, byLocator);
            case TEXT -> text(declared, binders, byLocator);
            case INTERVAL, JSON, XML, ENUMERATION, SET, BITS, ARRAY -> text(declared, binders, byLocator);
            case UNKNOWN -> throw new IllegalArgumentException("column " + column.name() + " has no type to load");
        };
    }

    private static ColumnBind plain(int nullType, Binder binder) {
        return new ColumnBind("?", 1, nullType, false, binder);
    }

    private static ColumnBind expression(String sql, Binder binder) {
        return new ColumnBind(sql, 1, Types.VARCHAR, false, binder);
    }

    private static ColumnBind timestamp(DeclaredType declared, LogicalType.Timestamp type, Binders binders) {
        if (type.zoned()) {
            return new ColumnBind(
                    "FROM_TZ(?, '+00:00')", 1, oracle.jdbc.OracleTypes.TIMESTAMP, false, binders::timestamp);
        }
        return declared.stored() == Stored.DATE
                ? plain(
                        oracle.jdbc.OracleTypes.DATE,
                        (row, place, c) -> row.statement().setDATE(place, binders.date(Binders.moment(row, c))))
                : plain(oracle.jdbc.OracleTypes.TIMESTAMP, binders::timestamp);
    }

    private static ColumnBind text(DeclaredType declared, Binders binders, boolean byLocator) {
        if (declared.stored() != Stored.CLOB) {
            return plain(Types.VARCHAR, binders::text);
        }
        return byLocator
                ? new ColumnBind("?", 1, Types.CLOB, true, Binders::clob)
                : new ColumnBind("?", 1, Types.VARCHAR, true, Binders::shortOrClob);
    }

    private static ColumnBind bytes(DeclaredType declared, Binders binders, boolean byLocator) {
        if (declared.stored() != Stored.BLOB) {
            return plain(Types.VARBINARY, binders::raw);
        }
        return byLocator
                ? new ColumnBind("?", 1, Types.BLOB, true, Binders::blob)
                : new ColumnBind("?", 1, Types.VARBINARY, true, Binders::shortOrBlob);
    }

    /** What another Oracle wrote, in the form in which {@link ColumnSelect} asked for it. */
    private static ColumnBind own(DeclaredType declared, Binders binders, boolean byLocator) {
        return switch (declared.stored()) {
            case NUMBER -> plain(Types.NUMERIC, binders::number);
            case CHARACTERS, CLOB, LONG -> text(declared, binders, byLocator);
            case RAW, LONG_RAW, BLOB -> bytes(declared, binders, byLocator);
            case DATE -> expression("TO_DATE(?, " + ColumnSelect.SECOND + ")", binders::text);
            case TIMESTAMP -> expression("TO_TIMESTAMP(?, " + ColumnSelect.FRACTION + ")", binders::text);
            case LOCAL ->
                expression("FROM_TZ(TO_TIMESTAMP(?, " + ColumnSelect.FRACTION + "), '+00:00')", binders::text);
            case ZONED -> new ColumnBind("TO_TIMESTAMP_TZ(?, ?)", 2, Types.VARCHAR, false, binders::zoned);
            case MONTHS -> expression("TO_YMINTERVAL(?)", binders::text);
            case SECONDS -> expression("TO_DSINTERVAL(?)", binders::text);
            case ROWID -> expression("CHARTOROWID(?)", binders::text);
            case BOOLEAN -> expression("TO_BOOLEAN(?)", binders::text);
            case XML -> new ColumnBind("XMLPARSE(CONTENT ? WELLFORMED)", 1, Types.CLOB, true, Binders::clob);
            case JSON -> new ColumnBind("JSON(?)", 1, Types.CLOB, true, Binders::clob);
            case BINARY_FLOAT, BINARY_DOUBLE, SHAPE, OTHER ->
                throw new IllegalArgumentException("no text of a " + declared.spelled() + " can be loaded");
        };
    }

    int bind(BoundRow row, int place, int column) throws SQLException {
        if (row.rows().isNull(column)) {
            for (int i = 0; i < parameters; i++) {
                row.statement().setNull(place + i, nullType);
            }
        } else {
            binder.bind(row, place, column);
        }
        return place + parameters;
    }

    /** True where every value goes by a locator. */
    boolean isLocator() {
        return nullType == Types.CLOB || nullType == Types.BLOB;
    }

    /** True where this row's value goes by a locator, which is another type than the others of its batch may have. */
    boolean needsLocator(BoundRow row, int column) {
        if (!large || isLocator() || row.rows().isNull(column)) {
            return false;
        }
        int length = row.length(column);
        return length == 0 || length > LONGEST_INLINE;
    }
}
