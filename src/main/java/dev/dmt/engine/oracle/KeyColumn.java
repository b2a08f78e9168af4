package dev.dmt.engine.oracle;

import dev.dmt.engine.ColumnRead;
import dev.dmt.schema.KeyValue;
import dev.dmt.schema.LogicalType;
import dev.dmt.schema.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import oracle.jdbc.OraclePreparedStatement;

/**
 * One column of a read's order: what orders it, how its value is fetched to the last digit (the read itself may want fewer
 * of them), and how a bound is compared with it. Text is ordered by its bytes, as the session is told to.
 *
 * @param sql what orders and bounds
 * @param fetched what is selected to make a key of
 * @param bound what stands for a bound in a comparison, with one parameter
 */
record KeyColumn(String sql, String fetched, String bound, Stored stored) {
    /** A row's place, for tables without a key. */
    static final KeyColumn PLACE = new KeyColumn("ROWID", "ROWIDTOCHAR(ROWID)", "CHARTOROWID(?)", Stored.ROWID);

    private static final String UTC = " AT TIME ZONE '+00:00'";

    static KeyColumn of(ColumnRead column) {
        String name = OracleIdentifiers.quote(column.name());
        Stored stored = ColumnSelect.declared(column).stored();
        String second = ColumnSelect.SECOND;
        String fraction = ColumnSelect.FRACTION;
        return switch (stored) {
            case NUMBER, BINARY_FLOAT, BINARY_DOUBLE, RAW, LONG_RAW, BLOB, SHAPE, OTHER, XML, JSON ->
                new KeyColumn(name, name, "?", stored);
            case CHARACTERS, CLOB, LONG -> {
                String ordered = name + collation(column.type());
                yield new KeyColumn(ordered, name, "?", Stored.CHARACTERS);
            }
            case DATE -> moment(name, "TO_CHAR(" + name + ", " + second + ")", "TO_DATE(?, " + second + ")");
            case TIMESTAMP ->
                moment(name, "TO_CHAR(" + name + ", " + fraction + ")", "TO_TIMESTAMP(?, " + fraction + ")");
            case ZONED, LOCAL ->
                moment(
                        name,
                        "TO_CHAR(" + name + UTC + ", " + fraction + ")",
                        "FROM_TZ(TO_TIMESTAMP(?, " + fraction + "), '+00:00')");
            case MONTHS -> moment(name, "TO_CHAR(" + name + ")", "TO_YMINTERVAL(?)");
            case SECONDS -> moment(name, "TO_CHAR(" + name + ")", "TO_DSINTERVAL(?)");
            case ROWID -> moment(name, "CAST(" + name + " AS VARCHAR2(4000))", "CHARTOROWID(?)");
            case BOOLEAN -> new KeyColumn("TO_NUMBER(" + name + ")", "TO_NUMBER(" + name + ")", "?", Stored.NUMBER);
        };
    }

    private static KeyColumn moment(String name, String fetched, String bound) {
        return new KeyColumn(name, fetched, bound, Stored.CHARACTERS);
    }

    /** A column may be declared with a collation of its own, which the session's setting does not reach. */
    private static String collation(LogicalType type) {
        return type instanceof LogicalType.Text text && text.collation().isPresent() ? " COLLATE BINARY" : "";
    }

    Decoder decoder(LogicalType type, int driverType) {
        return switch (stored) {
            case NUMBER -> isWhole(type) ? Decoders::quickWhole : Decoders::decimal;
            case BINARY_FLOAT, BINARY_DOUBLE -> Decoders::binaryDouble;
            case RAW, LONG_RAW, BLOB -> LargeObjects.bytes(driverType);
            default -> driverType == Types.VARBINARY ? LargeObjects.bytes(driverType) : LargeObjects.text(driverType);
        };
    }

    KeyValue value(Slot slot, LogicalType type, int driverType) {
        return switch (stored) {
            case NUMBER ->
                isWhole(type)
                        ? new KeyValue.Whole(slot.whole)
                        : new KeyValue.Text(new String(slot.bytes, StandardCharsets.US_ASCII));
            case BINARY_FLOAT, BINARY_DOUBLE -> new KeyValue.Real(slot.real);
            case RAW, LONG_RAW, BLOB -> KeyValue.Bytes.of(slot.bytes);
            default ->
                driverType == Types.VARBINARY
                        ? KeyValue.Bytes.of(slot.bytes)
                        : new KeyValue.Text(new String(slot.bytes, StandardCharsets.UTF_8));
        };
    }

    private static boolean isWhole(LogicalType type) {
        return type.kind() == TypeKind.INTEGER || type.kind() == TypeKind.BOOLEAN;
    }

    void bind(PreparedStatement statement, int place, KeyValue value) throws SQLException {
        if (value instanceof KeyValue.Whole whole) {
            statement.setLong(place, whole.value());
        } else if (value instanceof KeyValue.Real real) {
            statement.unwrap(OraclePreparedStatement.class).setBinaryDouble(place, real.value());
        } else if (value instanceof KeyValue.Bytes bytes) {
            statement.setBytes(place, bytes.toArray());
        } else if (value instanceof KeyValue.Text text) {
            if (stored == Stored.NUMBER) {
                statement.setBigDecimal(place, new BigDecimal(text.value()));
            } else {
                statement.setString(place, text.value());
            }
        } else {
            throw new IllegalArgumentException("a key holds no NULL");
        }
    }
}
