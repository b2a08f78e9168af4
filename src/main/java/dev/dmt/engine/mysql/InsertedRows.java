package dev.dmt.engine.mysql;

import dev.dmt.engine.ByteView;
import dev.dmt.engine.TableLoad;
import dev.dmt.engine.rows.CsvRows;
import dev.dmt.schema.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/** Loads a chunk by statements with many rows each, where the server takes no files of its clients. */
final class InsertedRows {
    /** Half of what servers take at least. */
    private static final int LONGEST = 2_000_000;

    private static final long MICROS = 1_000_000L;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private final Statement statement;
    private final TableLoad load;

    InsertedRows(Statement statement, TableLoad load) {
        this.statement = statement;
        this.load = load;
    }

    long into(String table, String verb, InputStream chunk) throws SQLException, IOException {
        String head = verb + " INTO " + table + " (" + MysqlIdentifiers.quoteAll(load.columns()) + ") VALUES ";
        StringBuilder sql = new StringBuilder(head);
        List<LogicalType> types = load.types();
        CsvRows rows = new CsvRows(chunk, types, LoadClause.FORMAT);
        long count = 0;
        while (rows.next()) {
            sql.append(sql.length() == head.length() ? "(" : ", (");
            for (int i = 0; i < types.size(); i++) {
                sql.append(i == 0 ? "" : ", ").append(rows.isNull(i) ? "NULL" : value(rows, i, types.get(i)));
            }
            sql.append(')');
            count++;
            if (sql.length() > LONGEST) {
                statement.executeUpdate(sql.toString());
                sql.setLength(head.length());
            }
        }
        if (sql.length() > head.length()) {
            statement.executeUpdate(sql.toString());
        }
        return count;
    }

    private static String value(CsvRows rows, int column, LogicalType type) {
        return switch (type.kind()) {
            case BOOLEAN, INTEGER -> Long.toString(rows.getLong(column));
            case DECIMAL -> text(rows.bytes(column));
            case FLOAT -> floating(rows.getDouble(column));
            case DATE -> "'" + LocalDate.ofEpochDay(rows.getLong(column)) + "'";
            case TIME -> "'" + time(rows.getLong(column)) + "'";
            case TIMESTAMP -> "'" + moment(rows.getLong(column)) + "'";
            case BINARY, ROW_VERSION -> "x'" + hex(rows.bytes(column)) + "'";
            case GEOMETRY -> ShapeBytes.fromEwkb("'" + hex(rows.bytes(column)) + "'");
            case BITS ->
                LoadClause.isBit(type)
                        ? "b'" + text(rows.bytes(column)) + "'"
                        : MysqlIdentifiers.literal(text(rows.bytes(column)));
            case NATIVE ->
                DeclaredType.isOneBit(type)
                        ? text(rows.bytes(column))
                        : MysqlIdentifiers.literal(text(rows.bytes(column)));
            case TEXT, JSON, UUID, XML, ENUMERATION, SET, ARRAY, INTERVAL, UNKNOWN ->
                MysqlIdentifiers.literal(text(rows.bytes(column)));
        };
    }

    private static String floating(double value) {
        return Double.isFinite(value) ? value + (Double.toString(value).contains("E") ? "" : "E0") : "'" + value + "'";
    }

    /** The last moment of a day may be said as its 24th hour. */
    private static String time(long micros) {
        return micros == MomentBytes.SECONDS_A_DAY * MICROS
                ? "24:00:00"
                : LocalTime.ofNanoOfDay(micros * 1_000).toString();
    }

    private static String moment(long micros) {
        long second = Math.floorDiv(micros, MICROS);
        int nanos = (int) Math.floorMod(micros, MICROS) * 1_000;
        return MOMENT.format(LocalDateTime.ofEpochSecond(second, nanos, ZoneOffset.UTC));
    }

    private static String text(ByteView view) {
        return new String(view.array(), view.offset(), view.length(), StandardCharsets.UTF_8);
    }

    private static String hex(ByteView view) {
        return HexFormat.of().formatHex(view.array(), view.offset(), view.offset() + view.length());
    }
}
